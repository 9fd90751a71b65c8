package dev.polybot.bot.albums;

import dev.polybot.bot.settings.AlbumSettings;
import dev.polybot.bot.settings.BotSettings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AlbumConfiguration {

    @Bean
    CompletionPolicy completionPolicy(BotSettings settings) {
        AlbumSettings albums = settings.albums();
        return new CompletionPolicy(albums.quietTime(), albums.longestWait());
    }
}

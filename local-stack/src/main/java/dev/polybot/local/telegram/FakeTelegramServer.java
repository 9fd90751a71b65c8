package dev.polybot.local.telegram;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import dev.polybot.local.telegram.api.BotApi;
import dev.polybot.local.telegram.api.BotIdentity;
import dev.polybot.local.telegram.api.CallCounter;
import dev.polybot.local.telegram.api.Callbacks;
import dev.polybot.local.telegram.api.Faults;
import dev.polybot.local.telegram.api.FileDownload;
import dev.polybot.local.telegram.api.FloodControl;
import dev.polybot.local.telegram.chat.ChatApi;
import dev.polybot.local.telegram.chat.Page;
import dev.polybot.local.telegram.chat.Samples;
import dev.polybot.local.telegram.delivery.Backoff;
import dev.polybot.local.telegram.delivery.WebhookDelivery;
import dev.polybot.local.telegram.http.HostHeaderFilter;
import dev.polybot.local.telegram.picture.Media;
import dev.polybot.local.telegram.state.TelegramState;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Telegram on this machine: the Bot API for the bot, a chat page for the person, both on one port. Chats, files and
 * updates that were not delivered are there again when it is started in the same folder.
 */
public final class FakeTelegramServer implements AutoCloseable {

    static {
        // Answers are written in two pieces, headers and body; the second must not wait for the
        // first's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /**
     * How it is set up.
     *
     * @param port 0 for any that is free
     * @param folder where it keeps chats and files
     * @param token the bot's token
     * @param samples pictures that the page offers; null for none
     * @param name the name by which others than programs of this machine reach it; null keeps it to loopback
     */
    public record Settings(
            int port,
            Path folder,
            String token,
            @Nullable Path samples,
            Backoff backoff,
            @Nullable String name) {

        public Settings(int port, Path folder, String token) {
            this(port, folder, token, null, Backoff.DEFAULT);
        }

        public Settings(
                int port, Path folder, String token, @Nullable Path samples, Backoff backoff) {
            this(port, folder, token, samples, backoff, null);
        }

        /** A container's neighbours have private addresses. */
        private boolean mayReach(InetAddress bot) {
            return bot.isLoopbackAddress() || (name != null && bot.isSiteLocalAddress());
        }

        private InetSocketAddress address() {
            return name == null
                    ? new InetSocketAddress(InetAddress.getLoopbackAddress(), port)
                    : new InetSocketAddress(port);
        }
    }

    private final TelegramState state;
    private final HttpServer server;
    private final HostHeaderFilter visitors;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final WebhookDelivery delivery;

    private FakeTelegramServer(Settings settings, TelegramState state) throws IOException {
        this.state = state;
        this.server = HttpServer.create(settings.address(), 0);
        this.visitors = new HostHeaderFilter(settings.name());
        BotIdentity bot = new BotIdentity(settings.token());
        Media media = new Media(state.files(), state.temporary());
        Callbacks callbacks = new Callbacks(state.events());
        Faults faults = new Faults();
        Clock clock = Clock.systemUTC();
        FloodControl floodControl = new FloodControl(clock);
        CallCounter counter = new CallCounter();
        BotApi api =
                new BotApi(
                        bot,
                        state,
                        media,
                        callbacks,
                        faults,
                        floodControl,
                        counter,
                        settings::mayReach,
                        clock);
        serve("/bot", api);
        serve("/file/bot", new FileDownload(bot, state.files()));
        serve(
                "/chat/",
                new ChatApi(
                        state,
                        media,
                        callbacks,
                        new Samples(settings.samples()),
                        api::commands,
                        clock));
        serve("/admin/", new AdminApi(state, faults, floodControl, counter));
        serve("/", new Page());
        server.setExecutor(threads);
        this.delivery = new WebhookDelivery(state.updates(), settings.backoff());
        server.start();
    }

    /**
     * Starts it; it answers when this returns.
     *
     * @throws java.net.BindException when the port is taken
     */
    public static FakeTelegramServer start(Settings settings) throws IOException {
        TelegramState state = TelegramState.in(settings.folder());
        try {
            return new FakeTelegramServer(settings, state);
        } catch (IOException e) {
            state.close();
            throw e;
        }
    }

    private void serve(String path, HttpHandler handler) {
        HttpContext context = server.createContext(path, handler);
        context.getFilters().add(visitors);
    }

    /** The address of the chat page, which is also the base address of the Bot API. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() throws IOException {
        delivery.close();
        server.stop(0);
        threads.shutdownNow();
        state.close();
    }
}

package dev.polybot.load.rest;

import dev.polybot.load.check.Finding;
import dev.polybot.load.http.FormBody;
import dev.polybot.load.pictures.PictureFile;
import dev.polybot.load.run.Answer;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;

/** What the course's workload generators speak: a form with one file, an answer that names it. */
final class CourseEndpoints {

    private CourseEndpoints() {}

    /** {@code POST /}, answered {@code name without extension:result}. */
    static final class Root implements Endpoint {

        @Override
        public String inWords() {
            return "POST /, as the course's workload generators do";
        }

        @Override
        public Answer ask(Exchange exchange, PictureFile picture)
                throws IOException, InterruptedException {
            HttpResponse<String> response = exchange.postForm("/", form(picture));
            if (response.statusCode() != 200) {
                return new Answer.Failed(Exchange.refusal(response));
            }
            String begins = picture.stem() + ':';
            String text = response.body().strip();
            return text.startsWith(begins)
                    ? new Answer.Found(finding(text.substring(begins.length())))
                    : new Answer.Failed("the answer is about another picture: " + text);
        }
    }

    /** {@code POST /recognize_image}, answered {@code {"file name": "result"}}. */
    static final class RecognizeImage implements Endpoint {

        @Override
        public String inWords() {
            return "POST /recognize_image, as the course's workload generators do";
        }

        @Override
        public Answer ask(Exchange exchange, PictureFile picture)
                throws IOException, InterruptedException {
            HttpResponse<String> response = exchange.postForm("/recognize_image", form(picture));
            if (response.statusCode() != 200) {
                return new Answer.Failed(Exchange.refusal(response));
            }
            JsonNode answer = Exchange.json(response);
            return answer.size() == 1 && answer.path(picture.name()).isString()
                    ? new Answer.Found(finding(answer.path(picture.name()).asString("")))
                    : new Answer.Failed("the answer is about another picture: " + response.body());
        }
    }

    private static FormBody form(PictureFile picture) throws IOException {
        return new FormBody().file("myfile", picture.name(), picture.bytes());
    }

    private static Finding finding(String result) {
        if (result.isBlank() || result.strip().equals("nothing")) {
            return new Finding.Classes(List.of());
        }
        return new Finding.Classes(Arrays.stream(result.split(",")).map(String::strip).toList());
    }
}

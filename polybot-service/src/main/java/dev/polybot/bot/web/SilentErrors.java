package dev.polybot.bot.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Errors are a status and nothing more: neither a page nor a document tells what went wrong inside. */
@RestController
class SilentErrors implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<Void> status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? ResponseEntity.status(status).build()
                : ResponseEntity.notFound().build();
    }
}

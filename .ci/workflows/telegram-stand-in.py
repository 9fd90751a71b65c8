"""Plays Telegram for whoever asks whether a token is good and where its webhook points.

telegram-stand-in.py PORT URL      URL: the webhook's
"""

import http.server
import json
import sys

port, url = int(sys.argv[1]), sys.argv[2]


class Telegram(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        result = {"username": "polybot"} if self.path.endswith("/getMe") else {"url": url, "pending_update_count": 0}
        body = json.dumps({"ok": True, "result": result}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


http.server.HTTPServer(("127.0.0.1", port), Telegram).serve_forever()

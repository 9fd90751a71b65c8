"""Stands before an AWS emulator whose instance refreshes always succeed, and has them end as a real one does when nobody becomes ready.
The deletion of a launch template's version, which the emulator does not know, is noted in FOLDER/deleted.

failing-refresh.py EMULATOR_URL FOLDER
"""

import http.server
import sys
import urllib.error
import urllib.request


class Proxy(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if b"Action=DeleteLaunchTemplateVersions" in body:
            with open(sys.argv[2] + "/deleted", "wb") as deleted:
                deleted.write(body)
            self.answer(200, "text/xml", b"<DeleteLaunchTemplateVersionsResponse/>")
            return
        request = urllib.request.Request(sys.argv[1] + self.path, data=body, headers=dict(self.headers))
        try:
            answer = urllib.request.urlopen(request)
        except urllib.error.HTTPError as error:
            answer = error
        text = answer.read()
        if b"Action=DescribeInstanceRefreshes" in body:
            text = text.replace(b"<Status>Successful</Status>", b"<Status>RollbackSuccessful</Status><StatusReason>A machine did not become ready</StatusReason>")
        self.answer(answer.status, answer.headers.get("Content-Type", "text/xml"), text)

    def answer(self, status, kind, text):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
with open(sys.argv[2] + "/port", "w") as port:
    port.write(str(server.server_port))
server.serve_forever()

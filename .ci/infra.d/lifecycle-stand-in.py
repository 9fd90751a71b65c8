"""Plays the machine's surroundings for .ci/infra.d/40-lifecycle.sh: instance metadata and the Auto Scaling API.

The folder given holds what it answers and what it heard: `target` (the target lifecycle state), `ready` (exists while the
service is ready), `live` likewise, `heard` (a line for each call of the API, with "signed" where its signature is right).
"""
import hashlib
import hmac
import pathlib
import re
import sys
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

folder = pathlib.Path(sys.argv[1])
KEY, SECRET, TOKEN, SESSION = "AKIDEXAMPLE", "a/secret+key", "imds-token", "a-session-token=="


def hmac_sha256(key, text):
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def is_signed(headers, path, body):
    """Signature Version 4 over exactly the headers that the request says it signed; the session token must be among them."""
    said = re.fullmatch(r"AWS4-HMAC-SHA256 Credential=([^/]+)/(\d+)/([^/]+)/([^/]+)/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)",
                        headers.get("Authorization", ""))
    if not said or said[1] != KEY or "x-amz-security-token" not in said[5] or headers.get("X-Amz-Security-Token") != SESSION:
        return False
    canonical = "\n".join(["POST", path, "", *(f"{name}:{headers[name].strip()}" for name in said[5].split(";")), "", said[5],
                           hashlib.sha256(body).hexdigest()])
    scope = f"{said[2]}/{said[3]}/{said[4]}/aws4_request"
    text = "\n".join(["AWS4-HMAC-SHA256", headers["X-Amz-Date"], scope, hashlib.sha256(canonical.encode()).hexdigest()])
    key = ("AWS4" + SECRET).encode()
    for part in [*scope.split("/")]:
        key = hmac_sha256(key, part)
    return hmac_sha256(key, text).hex() == said[6] and said[4] == "autoscaling"


class Surroundings(BaseHTTPRequestHandler):
    def answer(self, status, text=""):
        self.send_response(status)
        self.end_headers()
        self.wfile.write(text.encode())

    def do_PUT(self):
        self.answer(200, TOKEN)

    def do_GET(self):
        if self.path in ("/readyz", "/livez"):
            return self.answer(200 if (folder / {"/readyz": "ready", "/livez": "live"}[self.path]).exists() else 503)
        if self.headers.get("X-aws-ec2-metadata-token") != TOKEN:
            return self.answer(401)
        said = {
            "instance-id": "i-0123456789abcdef0",
            "autoscaling/target-lifecycle-state": (folder / "target").read_text().strip(),
            "iam/security-credentials/": "a-role",
            "iam/security-credentials/a-role": f'{{"AccessKeyId":"{KEY}","SecretAccessKey":"{SECRET}","Token":"{SESSION}"}}',
            **({"spot/instance-action": '{"action":"terminate"}'} if (folder / "taken").exists() else {}),
        }.get(self.path.removeprefix("/latest/meta-data/"))
        self.answer(200, said) if said is not None else self.answer(404)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        call = dict(urllib.parse.parse_qsl(body.decode()))
        words = [call.get(name, "") for name in ("Action", "LifecycleHookName", "ProtectedFromScaleIn", "HealthStatus")]
        with open(folder / "heard", "a") as heard:
            heard.write(" ".join(filter(None, words + ["signed" if is_signed(self.headers, self.path, body) else "UNSIGNED"])) + "\n")
        # AWS answers 400 both to a call too many and to one that is not needed any more.
        refused = folder / "refused"
        self.answer(400, refused.read_text()) if refused.exists() else self.answer(200)

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Surroundings)
(folder / "port").write_text(str(server.server_port))
server.serve_forever()

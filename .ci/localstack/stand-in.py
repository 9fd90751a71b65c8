"""What the project asks of LocalStack, answered by moto: AWS on port 4566, the scripts of init/ready.d run once, and whether they have ended."""

import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import threading
import time

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import run_simple

PORT = 4566
SCRIPTS = pathlib.Path("/etc/localstack/init/ready.d")

aws = DomainDispatcherApplication(create_backend_app)
ready = threading.Event()


def answer(environ, start_response):
    if environ["PATH_INFO"] != "/_localstack/init/ready":
        return aws(environ, start_response)
    start_response("200 OK", [("Content-Type", "application/json")])
    return [json.dumps({"completed": ready.is_set()}).encode()]


def run_scripts():
    while socket.socket().connect_ex(("127.0.0.1", PORT)):
        time.sleep(0.2)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    for script in sorted(SCRIPTS.glob("*.sh")):
        subprocess.run([script], env=environment, check=True)
    ready.set()
    print("Ready.", flush=True)


signal.signal(signal.SIGTERM, lambda *_: sys.exit())
threading.Thread(target=run_scripts, daemon=True).start()
run_simple("0.0.0.0", PORT, answer, threaded=True)

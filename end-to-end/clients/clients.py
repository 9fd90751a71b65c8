"""One picture by one of Python's clients: clients.py urllib|http.client|requests"""

import http.client
import os
import sys
import urllib.parse
import urllib.request
import uuid

address, key = os.environ["POLYBOT"], os.environ["POLYBOT_KEY"]
name = os.environ["NAME"]
with open(os.environ["PICTURE"], "rb") as file:
    picture = file.read()
headers = {"Prefer": "wait=60", "X-API-Key": key}


def by_urllib():
    request = urllib.request.Request(address, data=picture, headers=headers)
    with urllib.request.urlopen(request, timeout=90) as response:
        return response.read().decode()


def by_http_client():
    boundary = uuid.uuid4().hex
    form = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        "Content-Type: image/jpeg\r\n\r\n"
    ).encode() + picture + f"\r\n--{boundary}--\r\n".encode()
    parts = urllib.parse.urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=90)
    connection.request("POST", parts.path, form, {**headers, "Content-Type": f"multipart/form-data; boundary={boundary}"})
    return connection.getresponse().read().decode()


def by_requests():
    import requests

    return requests.post(address, files={"file": (name, picture)}, headers=headers, timeout=90).text


print({"urllib": by_urllib, "http.client": by_http_client, "requests": by_requests}[sys.argv[1]]())

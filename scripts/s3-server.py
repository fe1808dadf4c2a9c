"""Moto as an S3 server that checks signatures, one request after another.

Arguments: port, bucket, and the word "forgetful" for one that drops the conditions of writes.
"""
import json
import os
import sys

# Lists come in many pages.
os.environ["MOTO_S3_DEFAULT_MAX_KEYS"] = "50"

from moto import settings
from moto.iam.models import iam_backends
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from moto.s3.models import s3_backends
from werkzeug.serving import WSGIRequestHandler, run_simple

PORT, BUCKET = int(sys.argv[1]), sys.argv[2]
FORGETFUL = "forgetful" in sys.argv[3:]
ACCOUNT = "123456789012"
ALL = {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}

dispatcher = DomainDispatcherApplication(create_backend_app)
people = iam_backends[ACCOUNT]["aws"]
people.create_user("us-east-1", "worker")
people.put_user_policy("worker", "all", json.dumps(ALL))
key = people.create_access_key("worker")
s3_backends[ACCOUNT]["aws"].create_bucket(BUCKET, "us-east-1")


class Handler(WSGIRequestHandler):
    # Connections that stay would keep the one thread from the others.
    protocol_version = "HTTP/1.0"

    def log_request(self, *_):
        pass


def application(environ, start_response):
    if FORGETFUL:
        environ.pop("HTTP_IF_NONE_MATCH", None)
        environ.pop("HTTP_IF_MATCH", None)
    # Moto takes signatures of encoded names, and of headers that were dropped, for wrong.
    unchecked = FORGETFUL or "%" in environ["RAW_URI"]
    settings.INITIAL_NO_AUTH_ACTION_COUNT = float("inf") if unchecked else 0
    return dispatcher(environ, start_response)


print(json.dumps({"key": key.access_key_id, "secret": key.secret_access_key}), flush=True)
run_simple("127.0.0.1", PORT, application, threaded=False, request_handler=Handler)

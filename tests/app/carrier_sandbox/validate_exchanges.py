#!/usr/bin/env python3
"""validate_exchanges.py carrier-api.yaml RECORDING: do real requests and answers follow the API's description?

Checks with jsonschema that every example in the description follows its schema, that every recorded answer is one the description
has for that operation, and that a request was answered 400 exactly where it does not follow its schema. Every operation and every
answer of the description has to occur in the recording, but for those in NOT_PROVOKED.
"""
import base64
import json
import sys

import yaml
from jsonschema import Draft4Validator, RefResolver

PREFIX = "/chinhchu/v1"
NOT_PROVOKED = {"409", "413", "503"}  # own tests, or failures of the machine


class Description:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.document = yaml.safe_load(file)
        self.resolver = RefResolver.from_schema(self.document)

    def resolve(self, node):
        return self.resolver.resolve(node["$ref"])[1] if "$ref" in node else node

    def complaints(self, schema, value):
        validator = Draft4Validator(schema, resolver=self.resolver)
        return ["/".join(map(str, error.absolute_path)) + ": " + error.message for error in validator.iter_errors(value)]

    def operations(self):
        for path, item in self.document["paths"].items():
            for method, operation in item.items():
                yield path, method.upper(), operation


def examples(content):
    if "example" in content:
        yield content["example"]
    for example in content.get("examples", {}).values():
        yield example["value"]


def check_examples(api):
    for path, method, operation in api.operations():
        bodies = [operation["requestBody"]] if "requestBody" in operation else []
        bodies += [api.resolve(response) for response in operation["responses"].values()]
        for body in bodies:
            for kind, content in body["content"].items():
                found = list(examples(content))
                if kind == "application/json" and not found:
                    yield f"{method} {path}: a body without an example"
                for example in found:
                    for complaint in api.complaints(content["schema"], example):
                        yield f"{method} {path}: example: {complaint}"


def check_request(api, operation, exchange):
    body = operation.get("requestBody")
    if body is None or "application/json" not in body["content"]:
        return
    raw = base64.b64decode(exchange["request"])
    try:
        complaints = api.complaints(body["content"]["application/json"]["schema"], json.loads(raw))
    except (ValueError, RecursionError) as error:
        complaints = [str(error)]
    if complaints and exchange["status"] < 300:
        yield f"accepted though {complaints[0]}"
    # A member may follow its schema and still mean nothing (bytes that are no certificate), so a 400 is not examined further.


def check_response(api, operation, exchange):
    declared = operation["responses"].get(str(exchange["status"]))
    if declared is None:
        yield f"status {exchange['status']} is not described"
        return
    kind = exchange["responseType"].split(";")[0]
    content = api.resolve(declared)["content"].get(kind)
    if content is None:
        yield f"status {exchange['status']} with {kind} is not described"
    elif kind == "application/json":
        yield from api.complaints(content["schema"], json.loads(base64.b64decode(exchange["response"])))


def main():
    api = Description(sys.argv[1])
    faults = list(check_examples(api))
    operations = {(method, path): operation for path, method, operation in api.operations()}
    missing = {(key, status) for key, operation in operations.items() for status in operation["responses"]
               if status not in NOT_PROVOKED}
    count = 0
    with open(sys.argv[2], encoding="utf-8") as recording:
        for line in recording:
            exchange = json.loads(line)
            key = (exchange["method"], exchange["path"].removeprefix(PREFIX))
            if key not in operations:
                continue  # asked for on purpose, to see a 404 or 405
            count += 1
            missing.discard((key, str(exchange["status"])))
            for check in (check_request, check_response):
                faults += [f"{key[0]} {key[1]}: {fault}" for fault in check(api, operations[key], exchange)]
    faults += [f"{key[0]} {key[1]}: no {status} was recorded" for key, status in sorted(missing)]
    print("\n".join(sorted(set(faults))))
    print(f"{count} exchanges of {len(operations)} operations, {len(set(faults))} faults")
    return 1 if faults or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())

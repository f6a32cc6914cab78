# python3 contacts.py http://localhost:8080 simulator-key-1
import json
import sys
from urllib.error import HTTPError
from urllib.request import Request, urlopen

address, key = sys.argv[1:]


def send(method, path, body=None):
    headers = {"Authorization": "Token token=" + key, "Content-Type": "application/json"}
    data = json.dumps(body).encode() if body is not None else None
    with urlopen(Request(address + path, data, headers, method=method)) as response:
        return json.load(response)


# an empty account with 250 contacts, and one request left in this hour
send("POST", "/simulator/reset")
send("POST", "/simulator/seed", {"contacts": 250})
send("PUT", "/simulator/quota", {"perHour": 1})

# what you want to test: here, a program that goes on when the hour is over
views = send("GET", "/crm/sales/api/contacts/filters")["filters"]
everybody = next(view["id"] for view in views if view["name"] == "All Contacts")
try:
    page = send("GET", f"/crm/sales/api/contacts/view/{everybody}?page=3&per_page=100")
except HTTPError as error:
    assert error.code == 429
    send("POST", "/simulator/clock", {"advance": "1h"})
    page = send("GET", f"/crm/sales/api/contacts/view/{everybody}?page=3&per_page=100")

assert len(page["contacts"]) == 50
print("contacts", page["meta"]["total"])

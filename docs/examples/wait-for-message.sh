#!/usr/bin/env bash
set -euo pipefail
page=http://127.0.0.1:${PORT:-8787}
node_modules/.bin/wecomrobot local --port "${PORT:-8787}" --fresh & trap 'kill $!' EXIT
curl -sf --retry 60 --retry-delay 1 --retry-connrefused -o /dev/null "$page/api/messages"
# What you test goes here. It posts to the door, as to a deployed one.
curl -sSf "$page/push" -H 'Authorization: Bearer demo-token-for-local-use-only' \
  -H 'Content-Type: application/json' -d '{"push_message": "Build failed: payment-api #128"}'
# Fails if no such message is shown within 30 seconds.
curl -sSf "$page/api/messages?robot=default&text=payment-api&wait=30"

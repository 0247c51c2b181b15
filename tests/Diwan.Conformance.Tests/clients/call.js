'use strict';
// What every script here shares: one call on stdin, one JSON line with what the client gave its caller on stdout.
exports.run = async (call) => {
  let input = '';
  for await (const part of process.stdin) input += part;
  let outcome;
  try {
    outcome = {ok: true, data: await call(JSON.parse(input))};
  } catch (error) {
    outcome = {
      ok: false,
      name: error.name,
      message: error.message,
      code: error.code,
      status: error.status,
      body: error.response && error.response.data,
    };
  }
  process.stdout.write(JSON.stringify(outcome) + '\n');
};

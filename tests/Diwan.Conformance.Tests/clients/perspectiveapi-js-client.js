'use strict';
const {Client} = require('@conversationai/perspectiveapi-js-client');

require('./call').run(({site, key, text, options}) => {
  const client = new Client(key);
  client.perspectiveApiUrl = `${site}v1alpha1/comments:analyze?key=${key}`;
  return client.getScores(text, options);
});

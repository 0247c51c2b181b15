'use strict';
// The engine of the package googleapis: builds its client out of our discovery document, whose rootUrl decides where calls go.
const {Discovery} = require('googleapis-common');

require('./call').run(async ({site, key, method, body}) => {
  const api = await new Discovery({}).discoverAPI(`${site}$discovery/rest?version=v1alpha1`);
  const answer = await api({}).comments[method]({...(key && {key}), requestBody: body});
  return answer.data;
});

const { isAny } = require('bpmnlint-utils');

const ID = /^[a-z]+(-[a-z]+)*$/;

/** Ids are words of the business; topics, beans, form keys and tests are named after them. */
module.exports = () => ({
  check(node, reporter) {
    if (isAny(node, [ 'bpmn:Process', 'bpmn:FlowNode' ]) && !ID.test(node.id)) {
      reporter.report(node.id, 'An id is a few lower-case words with hyphens', [ 'id' ]);
    }
  }
});

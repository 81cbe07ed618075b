const { isAny } = require('bpmnlint-utils');

const camelCase = (id) => id.replace(/-([a-z])/g, (match, letter) => letter.toUpperCase());

/**
 * A service task leaves the building (external, with a topic) or stays inside (a delegate). Topic and delegate are named
 * after the activity, or after another one of the same process that does the same.
 */
module.exports = () => ({
  check(node, reporter) {
    if (!isAny(node, [ 'bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask' ])) {
      return;
    }
    const ids = siblings(node);
    if (node.get('camunda:type') === 'external') {
      if (!ids.includes(node.get('camunda:topic'))) {
        reporter.report(node.id, 'The topic is missing, or is no activity of this process', [ 'camunda:topic' ]);
      }
    } else if (!ids.map((id) => `\${${camelCase(id)}}`).includes(node.get('camunda:delegateExpression'))) {
      reporter.report(node.id, 'Neither external nor a delegate named after an activity of this process', [ 'camunda:delegateExpression' ]);
    }
  }
});

function siblings(node) {
  let process = node;
  while (process.$parent && process.$type !== 'bpmn:Process') {
    process = process.$parent;
  }
  const collect = (scope) => (scope.flowElements || []).flatMap((element) => [ element.id, ...collect(element) ]);
  return collect(process);
}

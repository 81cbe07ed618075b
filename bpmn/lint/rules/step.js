const { is } = require('bpmnlint-utils');

const STEPS = [
  'select-certificates',
  'bind-platforms',
  'declare-open-bids',
  'confirm-order',
  'choose-invoice',
  'pay',
  'update-key',
  'invoice'
];

/** The customer's bar is drawn from the property step: each customer's task has one, and only known ones occur. */
module.exports = () => ({
  check(node, reporter) {
    const steps = (node.extensionElements?.values || [])
      .flatMap((extension) => is(extension, 'camunda:Properties') ? extension.values || [] : [])
      .filter((property) => property.name === 'step')
      .map((property) => property.value);
    if (is(node, 'bpmn:UserTask') && node.get('camunda:candidateGroups') === 'customer' && steps.length !== 1) {
      reporter.report(node.id, 'A customer\'s task belongs to a step', [ 'extensionElements' ]);
    }
    for (const step of steps.filter((name) => !STEPS.includes(name))) {
      reporter.report(node.id, `The customer's bar has no step ${step}`, [ 'extensionElements' ]);
    }
  }
});

const { is } = require('bpmnlint-utils');

const GROUPS = [ 'customer', 'customer-service', 'finance', 'supervisor' ];
const SPEC = /^\$\{deadlines\.forTask\(execution, ('(P(\d+D)?(T\d+H)?|\d+wd)'|\w+)\)\}$/;

/** Whoever has something to do finds it (a group), can do it (a form) and knows until when (a due date). */
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:UserTask')) {
      return;
    }
    const group = node.get('camunda:candidateGroups');
    const place = group === 'customer' ? 'portal' : 'desk';
    if (!GROUPS.includes(group)) {
      reporter.report(node.id, `Candidate groups must be one of ${GROUPS.join(', ')}`, [ 'camunda:candidateGroups' ]);
    }
    if (node.get('camunda:formKey') !== `${place}/${node.id}`) {
      reporter.report(node.id, `The form key must be ${place}/${node.id}`, [ 'camunda:formKey' ]);
    }
    if (!SPEC.test(node.get('camunda:dueDate') || '')) {
      reporter.report(node.id, 'The due date must come from deadlines.forTask', [ 'camunda:dueDate' ]);
    }
  }
});

const { is, isAny } = require('bpmnlint-utils');

/** The process, every flow node and every flow that somebody decides on carry a sentence of documentation. */
module.exports = () => ({
  check(node, reporter) {
    const decided = is(node, 'bpmn:SequenceFlow')
      && (node.conditionExpression || node.sourceRef.default === node);
    if (!isAny(node, [ 'bpmn:Process', 'bpmn:FlowNode' ]) && !decided) {
      return;
    }
    const text = (node.documentation || []).map((doc) => doc.text || '').join(' ').trim();
    if (!text.endsWith('.')) {
      reporter.report(node.id, 'Say in a sentence what this is for', [ 'documentation' ]);
    }
  }
});

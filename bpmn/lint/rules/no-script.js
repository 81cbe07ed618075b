const { is } = require('bpmnlint-utils');

const SIMPLE = /^\$\{(\w+|\w+ == '[\w-]+'( \|\| \w+ == '[\w-]+')*)\}$/;

/** No code in a model: no scripts, no listeners, and conditions look at a boolean or compare a variable with words. */
module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:ScriptTask')) {
      reporter.report(node.id, 'Scripts have no place in a model');
    }
    for (const extension of node.extensionElements?.values || []) {
      if (/Listener$/.test(extension.$type)) {
        reporter.report(node.id, 'Listeners have no place in a model', [ 'extensionElements' ]);
      }
      for (const parameter of [ ...extension.inputParameters || [], ...extension.outputParameters || [] ]) {
        if (parameter.definition) {
          reporter.report(node.id, 'A parameter is a plain value', [ 'extensionElements' ]);
        }
      }
    }
    const condition = is(node, 'bpmn:SequenceFlow') && node.conditionExpression;
    if (condition && (condition.language || !SIMPLE.test(condition.body))) {
      reporter.report(node.id, 'Conditions look at one variable: a boolean, or a comparison with words', [ 'conditionExpression' ]);
    }
  }
});

const names = [
  'documented',
  'no-crossing-flows',
  'no-script',
  'speaking-id',
  'step',
  'target',
  'wait-has-way-out',
  'work-item'
];

module.exports = {
  configs: {
    all: { rules: Object.fromEntries(names.map((name) => [ name, 'error' ])) }
  },
  rules: Object.fromEntries(names.map((name) => [ name, `./rules/${name}` ]))
};

import { withoutValues } from './withoutValues';

describe('withoutValues', () => {
  it.each([
    [
      'Job.batch "x" is invalid: spec.template: Invalid value: {"spec":{"containers":[{"env":[{"name":"A","value":"canary \\" }"}]}]}}: field is immutable',
      'Job.batch "x" is invalid: spec.template: Invalid value: …: field is immutable',
    ],
    [
      'Job.batch "x" is invalid: spec.template: Invalid value: core.PodTemplateSpec{Env:[]core.EnvVar{core.EnvVar{Name:"A", Value:"canary"}}}: field is immutable',
      'Job.batch "x" is invalid: spec.template: Invalid value: …: field is immutable',
    ],
    [
      'x is invalid: [a: Invalid value: "Upper": must be lower case, b: Invalid value: {"spec":{"value":"canary"}}: immutable, c: Required value]',
      'x is invalid: [a: Invalid value: "Upper": must be lower case, b: Invalid value: …: immutable, c: Required value]',
    ],
    [
      `data[x]: Invalid value: "${'canary '.repeat(20)}": too long`,
      'data[x]: Invalid value: …: too long',
    ],
    ['the rest: Invalid value: {"canary', 'the rest: Invalid value: …'],
    [
      'Duplicate value: {"name":"http"}: given twice',
      'Duplicate value: {"name":"http"}: given twice',
    ],
    [
      '.env: expected string, got &value.valueUnstructured{Value:4711}',
      '.env: expected string, got …',
    ],
    [
      'url: postgres://a:canary@db is no url',
      'url: postgres://a:(secret)@db is no url',
    ],
  ])('of %j leaves the words', (message, shown) => {
    expect(withoutValues(message)).toBe(shown);
  });
});

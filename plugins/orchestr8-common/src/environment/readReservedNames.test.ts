import { parseModuleText } from '../module';
import { MY_SERVICE } from '../module/__fixtures__/myService';
import { readReservedNames } from './readReservedNames';

it.each([
  [undefined, []],
  [null, []],
  [
    ['platform', 'shared-*'],
    ['platform', 'shared-*'],
  ],
])('reads %j', (value, names) => {
  expect(readReservedNames(value)).toEqual(names);
});

it.each([
  ['platform', 'orchestr8.modules.reservedNames: must be a list'],
  [[1], 'reservedNames[0]: 1 is no name such as'],
  [['*'], 'reservedNames[0]: "*" is no name such as'],
  [['a', 'B*'], 'reservedNames[1]: "B*" is no name such as'],
])('refuses %j and says where', (value, message) => {
  expect(() => readReservedNames(value)).toThrow(message);
});

it.each([
  ['my-service', true],
  ['my-*', true],
  ['my-service-*', false],
  ['my', false],
])(
  'keeps %s from modules: a module my-service is refused: %s',
  (name, isRefused) => {
    const { problems } = parseModuleText(MY_SERVICE, 'o8-module.yaml', {
      reserved: [name],
    });
    expect(problems.some(({ code }) => code === 'O8113')).toBe(isRefused);
  },
);

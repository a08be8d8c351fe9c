import { hooksOf } from './hooksOf';

const hook = (name: string, events: string, weight = 0) => ({
  name,
  hook: { events: events.split(','), weight },
});

const ITEMS = [
  hook('announce', 'post-install,post-upgrade'),
  hook('migrate', 'pre-install,pre-upgrade', 5),
  hook('check', 'pre-upgrade', -5),
  hook('seed', 'post-install', -1),
  hook('both', 'pre-install,post-install', 5),
  { name: 'no hook', hook: undefined },
];

describe('hooksOf', () => {
  it.each([
    {
      upgrade: false,
      pre: ['migrate', 'both'],
      post: ['seed', 'announce', 'both'],
      never: ['check'],
    },
    {
      upgrade: true,
      pre: ['check', 'migrate'],
      post: ['announce'],
      never: ['seed', 'both'],
    },
  ])(
    'orders by weight what runs at one moment: %j',
    ({ upgrade, ...expected }) => {
      const { pre, post, never } = hooksOf(ITEMS, { upgrade });
      const names = (items: { name: string }[]) =>
        items.map(({ name }) => name);
      expect({
        pre: names(pre),
        post: names(post),
        never: names(never),
      }).toEqual(expected);
    },
  );
});

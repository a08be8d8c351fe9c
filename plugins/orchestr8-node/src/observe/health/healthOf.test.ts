import {
  Health,
  KubernetesObject,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { healthOf } from './healthOf';
import { worstHealth } from './worstHealth';

interface Fixture {
  case: string;
  health: Health;
  object: KubernetesObject;
}

const folder = resolve(__dirname, '__fixtures__');

describe.each(readdirSync(folder))('healthOf, by %s', file => {
  const fixtures = parse(
    readFileSync(resolve(folder, file), 'utf8'),
  ) as Fixture[];

  it.each(fixtures.map(fixture => [fixture.case, fixture] as const))(
    '%s',
    (_, { object, health }) => {
      expect(healthOf(object)).toEqual(health);
    },
  );
});

describe('worstHealth', () => {
  it('is the worst of the parts, with its reason', () => {
    expect(
      worstHealth([
        { status: 'Healthy' },
        { status: 'Degraded', message: 'first' },
        { status: 'Progressing', message: 'second' },
        { status: 'Degraded', message: 'third' },
      ]),
    ).toEqual({ status: 'Degraded', message: 'first' });
  });

  it('is Healthy when there are no parts', () => {
    expect(worstHealth([])).toEqual({ status: 'Healthy' });
  });
});

import { screen } from '@testing-library/react';
import { FakeOrchestr8Api } from '../../__testUtils__/FakeOrchestr8Api';
import { renderForModule } from '../../__testUtils__/renderForModule';
import { isModuleResult } from './moduleDocument';
import { ModuleSearchResult } from './ModuleSearchResult';

const RESULT = {
  title: 'shop',
  text: 'everything there is to search',
  location: '/catalog/default/module/shop',
  kind: 'Module',
  version: '1.4.0',
  category: 'backend-service',
  description: 'Sells things',
  team: 'group:default/shop-team',
  dependencies: ['redis', 'postgresql'],
};

const render = (result = RESULT) =>
  renderForModule(<ModuleSearchResult result={result} />, {
    api: new FakeOrchestr8Api(),
  });

describe('a module among the results of a search', () => {
  it('says what it is, whose, and what it needs', async () => {
    await render();
    expect(screen.getByRole('link', { name: 'shop' })).toHaveAttribute(
      'href',
      '/catalog/default/module/shop',
    );
    expect(screen.getByText('Sells things')).toBeInTheDocument();
    expect(
      screen.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual([
      'Module 1.4.0',
      'backend-service',
      'Team: shop-team',
      'Needs: redis, postgresql',
    ]);
  });

  it('makes do with a document of which it knows little', async () => {
    const { title, text, location } = RESULT;
    await render({ title, text, location } as typeof RESULT);
    expect(screen.getByText(text)).toBeInTheDocument();
    expect(
      screen.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual(['Module']);
  });

  it.each([
    ['a module of the catalog', 'software-catalog', 'module', true],
    ['a module by its own type', 'orchestr8-module', undefined, true],
    ['a component', 'software-catalog', 'component', false],
    ['a page of documentation', 'techdocs', undefined, false],
  ])('knows %s', (_, type, kind, expected) => {
    const document = { title: '', text: '', location: '', kind };
    expect(isModuleResult({ type, document })).toBe(expected);
  });
});

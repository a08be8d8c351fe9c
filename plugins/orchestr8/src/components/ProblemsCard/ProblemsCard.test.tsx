import { screen, within } from '@testing-library/react';
import { Problem } from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  FakeOrchestr8Api,
  pending,
  refusal,
} from '../../__testUtils__/FakeOrchestr8Api';
import { renderForModule, SHOP } from '../../__testUtils__/renderForModule';
import { ProblemsCard } from './ProblemsCard';

const NOTED = {
  ...SHOP,
  status: {
    items: [
      {
        type: 'orchestr8.io/problem',
        level: 'warning',
        message: 'O8104 charts/values.yaml:3:8 The tag latest floats.',
      },
      { type: 'something.else', level: 'error', message: 'not ours' },
    ],
  },
};

const problem = (parts: Partial<Problem>): Problem => ({
  code: 'O8001',
  severity: 'warning',
  file: 'o8-module.yaml',
  line: 1,
  column: 1,
  message: 'Something is off.',
  ...parts,
});

describe('ProblemsCard', () => {
  let api: FakeOrchestr8Api;
  beforeEach(() => {
    api = new FakeOrchestr8Api();
  });
  const render = (entity = SHOP) =>
    renderForModule(<ProblemsCard />, { api, entity });

  it('says that it is loading', async () => {
    api.problems = pending;
    await render();
    expect(
      screen.getByText('Loading the problems of this module'),
    ).toBeInTheDocument();
  });

  it('says that they may not be seen, whatever the catalog noted', async () => {
    api.problems = refusal('NotAllowedError', 'Not yours.');
    await render(NOTED);
    expect(
      screen.getByText('You may not see the problems of this module'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/latest/)).not.toBeInTheDocument();
  });

  it('says what failed', async () => {
    api.problems = refusal('Error', 'the folder is gone');
    await render();
    expect(screen.getByRole('alert')).toHaveTextContent('the folder is gone');
  });

  it('says that the files are sound', async () => {
    await render();
    expect(
      screen.getByText('The files of this module are sound'),
    ).toBeInTheDocument();
  });

  it('shows errors first, each with its place and what to do', async () => {
    api.problems = [
      problem({ code: 'O8104', message: 'The tag latest floats.' }),
      problem({
        severity: 'error',
        line: 12,
        column: 5,
        message: 'replica is not a field.',
        hint: 'Did you mean replicas?',
      }),
    ];
    await render();
    expect(screen.getByText('1 error, 1 warning')).toBeInTheDocument();
    const rows = within(
      screen.getByRole('list', { name: 'Problems' }),
    ).getAllByRole('listitem');
    expect(rows[0]).toHaveTextContent('Error O8001');
    expect(rows[0]).toHaveTextContent('replica is not a field.');
    expect(rows[0]).toHaveTextContent('Did you mean replicas?');
    expect(rows[0]).toHaveTextContent('o8-module.yaml:12:5');
    expect(rows[1]).toHaveTextContent('Warning O8104');
  });

  it('falls back on what the catalog noted when the files cannot be checked', async () => {
    api.problems = refusal('ServiceUnavailableError', 'the renderer is gone');
    await render(NOTED);
    expect(screen.getByText(/this is what the catalog noted/)).toBeVisible();
    expect(screen.getByText('The tag latest floats.')).toBeInTheDocument();
    expect(screen.getByText('charts/values.yaml:3:8')).toBeInTheDocument();
    expect(screen.queryByText('not ours')).not.toBeInTheDocument();
  });
});

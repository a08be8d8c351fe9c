import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LogQuery } from '@orchestr8/backstage-plugin-orchestr8-common';
import { VirtuosoMockContext } from 'react-virtuoso';
import {
  FakeOrchestr8Api,
  pending,
  refusal,
} from '../../__testUtils__/FakeOrchestr8Api';
import { renderForModule } from '../../__testUtils__/renderForModule';
import { anObservation } from '../../__testUtils__/samples';
import { LogsCard } from './LogsCard';

describe('LogsCard', () => {
  let api: FakeOrchestr8Api;
  let cursors: number;
  beforeEach(() => {
    cursors = 0;
    jest.useFakeTimers();
    api = new FakeOrchestr8Api();
    api.observations = [anObservation()];
  });
  afterEach(() => jest.useRealTimers());

  const user = () =>
    userEvent.setup({ advanceTimers: ms => jest.advanceTimersByTime(ms) });
  const wait = (ms: number) =>
    act(async () => {
      await jest.advanceTimersByTimeAsync(ms);
    });
  const render = async () => {
    await renderForModule(
      <VirtuosoMockContext.Provider
        value={{ viewportHeight: 600, itemHeight: 20 }}
      >
        <LogsCard />
      </VirtuosoMockContext.Provider>,
      { api },
    );
    await wait(0);
  };
  const write = async (...texts: string[]) => {
    await act(async () => {
      texts.forEach((text, index) =>
        api.logStream.push({
          type: 'line',
          cursor: `cursor-${++cursors}`,
          line: {
            time: `2026-11-20T10:00:0${index}.5Z`,
            pod: 'shop-6c9d-x1',
            container: 'app',
            text,
          },
        }),
      );
    });
    await wait(150);
  };
  const queries = () =>
    api.asked
      .filter(({ method }) => method === 'readLogs')
      .map(asked => asked.with[1]);

  it('says that it is loading', async () => {
    api.environments = pending;
    await render();
    expect(screen.getByText('Loading the environments')).toBeInTheDocument();
  });

  it('says that they may not be seen, and does not try again', async () => {
    api.readLogs = async function* refuse() {
      api.asked.push({ method: 'readLogs', with: [] });
      refusal('NotAllowedError', 'Needs orchestr8.module.logs.read.')();
    };
    await render();
    await wait(60_000);
    expect(screen.getByText('You may not see these logs')).toBeInTheDocument();
    expect(queries()).toHaveLength(1);
  });

  it('says that the module does not run there', async () => {
    api.observations = [anObservation({ deployed: undefined })];
    await render();
    expect(
      screen.getByText('The module does not run in dev'),
    ).toBeInTheDocument();
  });

  it('waits for lines', async () => {
    await render();
    expect(screen.getByText('No lines yet')).toBeInTheDocument();
    expect(queries()).toEqual([
      { environment: 'dev', tail: 500, follow: true },
    ]);
  });

  it('says that the log is empty when it ends without a line', async () => {
    await render();
    await act(async () => {
      api.logStream.push({ type: 'end' });
      api.logStream.close();
    });
    expect(screen.getByText('The log is empty')).toBeInTheDocument();
  });

  it('shows lines with pod and level in words, without colour codes', async () => {
    await render();
    await write('started', '\u001b[31mERROR no database\u001b[0m');
    expect(screen.getByText('started')).toBeInTheDocument();
    expect(screen.getByText('ERROR no database')).toBeInTheDocument();
    expect(screen.getByText('error')).toBeInTheDocument();
    expect(
      screen.getAllByText('shop-6c9d-x1', { ignore: 'option' }),
    ).toHaveLength(2);
    expect(screen.getByText('2 lines')).toBeInTheDocument();
    expect(screen.getByText('Live')).toBeInTheDocument();
  });

  it('filters what is shown', async () => {
    await render();
    await write('GET /', 'POST /orders');
    await user().type(
      screen.getByRole('searchbox', { name: 'Filter lines' }),
      'orders',
    );
    expect(screen.getByText('1 of 2 lines')).toBeInTheDocument();
    expect(screen.queryByText('GET /')).not.toBeInTheDocument();
    await user().type(
      screen.getByRole('searchbox', { name: 'Filter lines' }),
      'x',
    );
    expect(screen.getByText('No line contains “ordersx”')).toBeInTheDocument();
  });

  it('goes on behind the last line after a broken connection', async () => {
    await render();
    await write('one', 'two');
    await act(async () => api.logStream.close());
    expect(screen.getByText('Not live, reconnecting')).toBeInTheDocument();
    await wait(1_000);
    expect(queries()[1]).toEqual({
      environment: 'dev',
      follow: true,
      after: 'cursor-2',
    });
    await write('three');
    expect(screen.getByText('3 lines')).toBeInTheDocument();
  });

  it('keeps lines only once the cursor behind them has come, for after a break they come again', async () => {
    await render();
    const line = {
      time: '2026-11-20T10:00:00Z',
      pod: 'shop-6c9d-x1',
      container: 'app',
      text: 'half',
    };
    await act(async () => {
      api.logStream.push({ type: 'line', line });
      api.logStream.close();
    });
    await wait(1_000);
    expect(queries()[1]).toEqual(queries()[0]);
    await act(async () =>
      api.logStream.push({ type: 'line', line, cursor: 'c' }),
    );
    await wait(150);
    expect(screen.getAllByText('half')).toHaveLength(1);
  });

  it('says how many lines are missing where they are missing', async () => {
    await render();
    await write('before');
    await act(async () =>
      api.logStream.push({
        type: 'notice',
        message: '7 lines were dropped here',
        dropped: 7,
      }),
    );
    await write('after');
    const [before, gap, after] = [
      'before',
      '7 lines were dropped here',
      'after',
    ].map(text => screen.getByText(text));
    const { DOCUMENT_POSITION_FOLLOWING: follows } = Node;
    expect(before.compareDocumentPosition(gap) & follows).toBeTruthy();
    expect(gap.compareDocumentPosition(after) & follows).toBeTruthy();
    expect(screen.getByText('2 lines')).toBeInTheDocument();
    await user().type(
      screen.getByRole('searchbox', { name: 'Filter lines' }),
      'aft',
    );
    expect(screen.getByText('1 of 2 lines')).toBeInTheDocument();
    expect(gap).toBeInTheDocument();
  });

  it('passes on what the portal says about the stream', async () => {
    await render();
    await act(async () =>
      api.logStream.push({ type: 'notice', message: 'pod shop-2 has gone' }),
    );
    expect(screen.getByText('pod shop-2 has gone')).toBeInTheDocument();
  });

  it('asks for the instance before the restart, which cannot be followed', async () => {
    await render();
    await user().click(
      screen.getByRole('switch', { name: 'Before the last restart' }),
    );
    await wait(0);
    expect(queries().at(-1)).toEqual({
      environment: 'dev',
      tail: 500,
      previous: true,
    });
    expect(screen.getByRole('switch', { name: 'Follow' })).toBeDisabled();
    expect(
      screen.getByText(
        'o8 module logs shop --environment dev --tail 500 --previous',
      ),
    ).toBeInTheDocument();
  });

  it('asks for one container when one is picked', async () => {
    await render();
    await user().click(screen.getByRole('button', { name: /Container/ }));
    await user().click(await screen.findByRole('option', { name: 'app' }));
    await wait(0);
    expect(queries().at(-1)).toMatchObject({ container: 'app' });
  });

  it('asks for one pod when one is picked', async () => {
    await render();
    const [{ name }] = anObservation().pods;
    await user().click(screen.getByRole('button', { name: /All pods/ }));
    await user().click(await screen.findByRole('option', { name }));
    await wait(0);
    expect(queries().at(-1)).toMatchObject({ pod: name });
    expect(
      screen.getByText(
        `o8 module logs shop --environment dev --tail 500 --pod ${name} --follow`,
      ),
    ).toBeInTheDocument();
  });

  it('asks for all lines of some minutes, from the moment of the choice on', async () => {
    jest.setSystemTime(new Date('2026-11-20T10:30:00Z'));
    await render();
    await user().click(screen.getByRole('button', { name: /How far back/ }));
    await user().click(
      await screen.findByRole('option', { name: 'Last 30 minutes' }),
    );
    await wait(0);
    const { tail, since } = queries().at(-1) as LogQuery;
    expect(tail).toBeUndefined();
    expect(since?.slice(0, 19)).toBe('2026-11-20T10:00:00');
    expect(
      screen.getByText(
        'o8 module logs shop --environment dev --since 30m --follow',
      ),
    ).toBeInTheDocument();
  });
});

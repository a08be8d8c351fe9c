import { act, screen } from '@testing-library/react';
import { FakeOrchestr8Api } from '../__testUtils__/FakeOrchestr8Api';
import { renderForModule } from '../__testUtils__/renderForModule';
import { aDeployment, anObservation } from '../__testUtils__/samples';
import { DeploymentsCard } from '../components/DeploymentsCard/DeploymentsCard';
import { EnvironmentsCard } from '../components/EnvironmentsCard/EnvironmentsCard';
import { observationFeed } from './ObservationFeed';

describe('ObservationFeed', () => {
  let api: FakeOrchestr8Api;
  beforeEach(() => {
    api = new FakeOrchestr8Api();
  });
  const opened = () =>
    api.asked.filter(({ method }) => method === 'watchObservations').length;
  const settle = () => act(async () => {});

  it('opens one stream for all cards of a page, and tells each of them', async () => {
    await renderForModule(
      <>
        <EnvironmentsCard />
        <DeploymentsCard />
      </>,
      { api },
    );
    const running = (state: 'running' | 'succeeded') =>
      anObservation({ lastDeployment: aDeployment({ state }) });
    const asked = () =>
      api.asked.filter(({ method }) => method === 'listDeployments').length;
    await act(async () => api.observationStream.push(running('running')));
    await act(async () => api.observationStream.push(running('succeeded')));
    expect(screen.getByText('Live')).toBeInTheDocument();
    expect(asked()).toBe(2);
    expect(opened()).toBe(1);
    expect(api.observationStream.readers).toBe(1);
  });

  it('ends the stream with the last listener, and opens another for the next', async () => {
    const feed = observationFeed(api, 'shop');
    expect(observationFeed(api, 'shop')).toBe(feed);
    const stops = [feed.subscribe(() => {}), feed.subscribe(() => {})];
    await settle();
    stops[0]();
    stops[0]();
    await settle();
    expect(api.observationStream.readers).toBe(1);
    stops[1]();
    await settle();
    expect(api.observationStream.readers).toBe(0);
    expect(feed.current()).toMatchObject({ live: 'connecting' });
    const stop = feed.subscribe(() => {});
    await settle();
    expect(opened()).toBe(2);
    stop();
  });

  it('keeps the feeds of modules and portals apart', () => {
    const feed = observationFeed(api, 'shop');
    expect(observationFeed(api, 'orders')).not.toBe(feed);
    expect(observationFeed(new FakeOrchestr8Api(), 'shop')).not.toBe(feed);
  });

  it('says since when nothing was heard while it reconnects', async () => {
    jest.useFakeTimers();
    const feed = observationFeed(api, 'shop');
    const stop = feed.subscribe(() => {});
    await settle();
    await act(async () => api.observationStream.push(anObservation()));
    await act(async () => {
      await jest.advanceTimersByTimeAsync(300_000);
    });
    const brokeAt = Date.now();
    await act(async () => api.observationStream.close());
    expect(feed.current()).toMatchObject({
      live: 'reconnecting',
      heardAt: brokeAt,
    });
    expect(feed.current().byEnvironment.get('dev')).toBeDefined();
    await act(async () => {
      await jest.advanceTimersByTimeAsync(500);
    });
    expect(opened()).toBe(2);
    stop();
    jest.useRealTimers();
  });

  it('does not ask again for what may not be seen', async () => {
    jest.useFakeTimers();
    const watchObservations = jest.fn(async function* refuse() {
      throw Object.assign(new Error('no'), { name: 'NotAllowedError' });
    });
    const feed = observationFeed({ watchObservations }, 'shop');
    const stop = feed.subscribe(() => {});
    await act(async () => {
      await jest.advanceTimersByTimeAsync(60_000);
    });
    expect(watchObservations).toHaveBeenCalledTimes(1);
    expect(feed.current().live).toBe('ended');
    stop();
    jest.useRealTimers();
  });

  it('lets the connection go while nobody looks', async () => {
    const look = async (hidden: boolean) => {
      Object.defineProperty(document, 'hidden', {
        configurable: true,
        value: hidden,
      });
      await act(async () => {
        document.dispatchEvent(new Event('visibilitychange'));
      });
    };
    const stop = observationFeed(api, 'shop').subscribe(() => {});
    await settle();
    await look(true);
    expect(api.observationStream.readers).toBe(0);
    await look(false);
    expect(api.observationStream.readers).toBe(1);
    stop();
  });
});

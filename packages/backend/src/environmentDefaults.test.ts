import { environmentDefaults } from './environmentDefaults';

describe('environmentDefaults', () => {
  it('leaves alone what is set', () => {
    expect(
      environmentDefaults({
        NODE_ENV: 'development',
        O8_DATA: '/data',
        O8_CLI_TOKEN: 'a-token',
      }),
    ).toEqual({});
  });

  it('makes up a new token for every start that was given none', () => {
    const [one, other] = [1, 2].map(
      () => environmentDefaults({ O8_CLI_TOKEN: '' }).O8_CLI_TOKEN,
    );
    expect(one).toHaveLength(32);
    expect(one).not.toBe(other);
  });

  it('serves the built app on the port of the backend', () => {
    expect(
      environmentDefaults({ NODE_ENV: 'production', O8_PORT: '7107' })
        .O8_APP_PORT,
    ).toBe('7107');
    expect(
      environmentDefaults({ NODE_ENV: 'development' }).O8_APP_PORT,
    ).toBeUndefined();
  });
});

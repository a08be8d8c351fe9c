import { render, waitFor } from '@testing-library/react';
import App from './App';

describe('App', () => {
  it('starts from nothing but its configuration', async () => {
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [
        {
          data: {
            app: { title: 'Orchestr8', baseUrl: 'http://localhost' },
            backend: { baseUrl: 'http://localhost' },
          },
          context: 'test',
        },
      ] as any, // eslint-disable-line @typescript-eslint/no-explicit-any
    };
    const rendered = render(App.createRoot());
    await waitFor(() => {
      expect(rendered.baseElement).toBeInTheDocument();
    });
  });
});

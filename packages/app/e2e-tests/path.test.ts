import { join } from 'node:path';
import { expect, Locator, Page, test } from '@playwright/test';
import { readObject } from './apiServer';

/** A module of its own for every run: the test leaves others alone. */
const name = `orders-${Date.now().toString(36)}`;
const kubeconfig =
  process.env.O8_E2E_KUBECONFIG ?? process.env.O8_TEST_KUBECONFIG;
const ENVIRONMENTS = ['dev', 'staging', 'production'] as const;

/** Pictures for the README, where a folder for them is named. */
async function picture(page: Page, title: string): Promise<void> {
  const folder = process.env.O8_SCREENSHOTS;
  if (folder) await page.screenshot({ path: join(folder, `${title}.png`) });
}

const tile = (page: Page, environment: string): Locator =>
  page.getByRole('region', { name: environment, exact: true });

async function pick(page: Page, field: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: field }).fill(text);
  await page.getByRole('option').first().click();
}

/** From the button of a tile, over the plan, to the end of the deployment. */
async function carryOut(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  const dialog = page.getByRole('dialog');
  const confirm = dialog.getByRole('button', {
    name: /^(Deploy|Promote) \d+\.\d+\.\d+ to/,
  });
  await expect(confirm).toBeEnabled({ timeout: 60_000 });
  await expect(dialog.getByText('Namespace').first()).toBeVisible();
  await picture(page, button.toLowerCase().replaceAll(' ', '-'));
  await confirm.click();
  await expect(dialog.getByText('Succeeded').first()).toBeVisible({
    timeout: 120_000,
  });
  await dialog.getByRole('button', { name: 'Close' }).last().click();
}

test('a module goes from the wizard to production on a real API server', async ({
  page,
}) => {
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(error.message));
  page.on('response', response => {
    if (response.status() >= 500) {
      errors.push(`${response.status()} ${response.url()}`);
    }
  });

  await test.step('sign in', async () => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Enter' }).click();
    await expect(page.getByText('my-service').first()).toBeVisible();
  });

  await test.step('make a module with the wizard', async () => {
    await page.goto('/create/templates/default/microservice');
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await pick(page, 'Team', 'platform');
    await pick(page, 'Accountable person', 'john');
    await picture(page, 'wizard');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Review' }).click();
    await page.getByRole('button', { name: 'Create' }).click();
    await page
      .getByRole('link', { name: 'Open the module' })
      .or(page.getByRole('button', { name: 'Open the module' }))
      .first()
      .click();
    await expect(page).toHaveURL(new RegExp(`/catalog/default/module/${name}`));
  });

  await test.step('deploy to dev', async () => {
    await carryOut(page, 'Deploy to dev');
    await expect(tile(page, 'dev').getByText('Healthy')).toBeVisible();
  });

  for (const [from, to] of [
    ['dev', 'staging'],
    ['staging', 'production'],
  ] as const) {
    await test.step(`promote to ${to}`, async () => {
      await carryOut(page, `Promote from ${from} to ${to}`);
      await expect(tile(page, to).getByText('Healthy')).toBeVisible();
    });
  }

  await test.step('see the version and "Healthy" everywhere', async () => {
    await page.reload();
    for (const environment of ENVIRONMENTS) {
      const here = tile(page, environment);
      await expect(here.getByText('0.1.0').first()).toBeVisible();
      await expect(here.getByText('Healthy')).toBeVisible();
    }
    await picture(page, 'module');
  });

  await test.step('scale dev to 3', async () => {
    await page.getByRole('button', { name: 'More for dev' }).click();
    await page.getByRole('menuitem', { name: 'Scale…' }).click();
    const replicas = page.getByRole('textbox', { name: 'Replicas' });
    await replicas.fill('3');
    await replicas.blur();
    await page.getByRole('button', { name: 'Scale to 3' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('Succeeded').first()).toBeVisible({
      timeout: 120_000,
    });
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect(tile(page, 'dev').getByText(/3 of 3 ready/)).toBeVisible();
  });

  await test.step('see a log line', async () => {
    await page.goto(`/catalog/default/module/${name}/logs`);
    const log = page.getByRole('log', { name: 'Log lines' });
    await expect(log.getByText(/level|GET|listening/i).first()).toBeVisible();
    await picture(page, 'logs');
  });

  await test.step('find the objects in the API server', async () => {
    test.skip(!kubeconfig, 'O8_E2E_KUBECONFIG names no cluster to look at');
    for (const environment of ENVIRONMENTS) {
      const namespace = `${name}-${environment}`;
      const of = (path: string) => readObject(kubeconfig!, path);
      const deployment = await of(
        `/apis/apps/v1/namespaces/${namespace}/deployments/${name}`,
      );
      expect(deployment?.metadata.labels).toMatchObject({
        'app.kubernetes.io/managed-by': 'orchestr8',
        'orchestr8.io/module': name,
      });
      if (environment === 'dev') expect(deployment?.spec.replicas).toBe(3);
      const labels = (await of(`/api/v1/namespaces/${namespace}`))?.metadata
        .labels;
      expect(labels).toMatchObject({
        'orchestr8.io/environment': environment,
        'pod-security.kubernetes.io/enforce': 'restricted',
      });
    }
  });

  expect(errors).toEqual([]);
});

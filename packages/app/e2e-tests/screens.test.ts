import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, Locator, Page, test } from '@playwright/test';

/** A screen of the portal, and the parts of it that are ours. */
interface Screen {
  title: string;
  path: string;
  /** Headings of our cards; absent: `parts` says where they are. */
  cards?: string[];
  parts?: string[];
}

const MODULE = '/catalog/default/module/my-service';

const SCREENS: Screen[] = [
  {
    title: 'module',
    path: MODULE,
    cards: ['Environments', 'Dependencies', 'Problems', 'Module', 'Alerts'],
  },
  {
    title: 'deployments',
    path: `${MODULE}/deployments`,
    cards: ['Environments', 'Approvals', 'Deployments', 'Dependencies'],
  },
  { title: 'logs', path: `${MODULE}/logs`, cards: ['Logs'] },
  {
    title: 'component',
    path: '/catalog/default/component/my-service',
    cards: ['Environments', 'Module'],
  },
  {
    title: 'team',
    path: '/catalog/default/group/platform-team',
    cards: ['Modules'],
  },
  { title: 'modules', path: '/orchestr8', parts: ['grid', 'searchbox'] },
];

/** Pictures for whoever wants to look, where a folder for them is named. */
async function picture(page: Page, title: string): Promise<void> {
  const folder = process.env.O8_SCREENSHOTS;
  if (folder) {
    await page.screenshot({
      path: join(folder, `${title}.png`),
      fullPage: true,
    });
  }
}

async function signIn(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.goto('/');
  await page.evaluate(name => localStorage.setItem('theme', name), theme);
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(page.getByText('my-service').first()).toBeVisible();
}

const card = (page: Page, title: string): Locator =>
  page
    .getByRole('article')
    .filter({
      has: page.getByRole('heading', {
        name: new RegExp(`^${title}( \\(\\d+\\))?$`),
      }),
    })
    .first();

/** Nothing in these parts keeps anybody from reading or using them. */
async function expectAccessible(page: Page, parts: Locator[]): Promise<void> {
  await page.evaluate(() =>
    document
      .querySelectorAll('[data-ours]')
      .forEach(part => part.removeAttribute('data-ours')),
  );
  for (const part of parts) {
    await part.evaluate(element => element.setAttribute('data-ours', ''));
  }
  const { violations } = await new AxeBuilder({ page })
    .include('[data-ours]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => ({
      id,
      help,
      html,
      failureSummary,
    })),
  );
  expect(found).toEqual([]);
}

for (const theme of ['light', 'dark'] as const) {
  test(`everyone can read the screens in the ${theme} theme`, async ({
    page,
  }) => {
    await signIn(page, theme);
    for (const { title, path, cards, parts } of SCREENS) {
      await test.step(title, async () => {
        await page.goto(path);
        const ours = cards
          ? cards.map(name => card(page, name))
          : (parts ?? []).map(role => page.getByRole(role as 'grid').first());
        for (const part of ours) await expect(part).toBeVisible();
        await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
        await expectAccessible(page, ours);
        await picture(page, `${title}-${theme}`);
      });
    }
    await test.step('kind filter', async () => {
      await page.goto('/?filters%5Bkind%5D=module');
      await expect(
        page.getByRole('link', { name: 'my-service' }).first(),
      ).toBeVisible();
      await picture(page, `kind-filter-${theme}`);
    });
  });
}

test('a plan is opened, read and left with the keyboard alone', async ({
  page,
}) => {
  await signIn(page, 'light');
  // One that needs no other, so that nothing stands against its plan.
  await page.goto('/catalog/default/module/redis');
  const deploy = page.getByRole('button', { name: 'Deploy to dev' });
  // Nothing gets the focus until it is known what the reader may do.
  await expect(deploy).toBeEnabled();
  await deploy.focus();
  await expect(deploy).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  const confirm = dialog.getByRole('button', { name: /^Deploy .* to dev$/ });
  await expect(confirm).toBeEnabled({ timeout: 60_000 });
  await expectAccessible(page, [dialog]);
  await picture(page, 'plan');

  // All that can be pressed in the dialog is reached, and nothing outside it.
  const reached = new Set<string>();
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const inside = await dialog.evaluate(element =>
      element.contains(document.activeElement),
    );
    expect(inside).toBe(true);
    reached.add(
      await page.evaluate(() => document.activeElement?.textContent ?? ''),
    );
  }
  expect([...reached].some(text => /^Deploy .* to dev/.test(text))).toBe(true);

  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(deploy).toBeFocused();
});

test('the cards fit a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await signIn(page, 'light');
  for (const { title, path, cards = [] } of SCREENS) {
    await page.goto(path);
    for (const name of cards) {
      const part = card(page, name);
      await expect(part).toBeVisible();
      const hidden = await part.evaluate(element => {
        const { left, right } = element.getBoundingClientRect();
        return left < 0 || right > window.innerWidth + 1;
      });
      expect(`${title}: ${name} ${hidden ? 'is cut off' : 'fits'}`).toBe(
        `${title}: ${name} fits`,
      );
    }
    await picture(page, `${title}-narrow`);
  }
});

import fs from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import git from 'isomorphic-git';
import { ModuleRepositories } from './ModuleRepositories';

const bytes = (text: string) => new TextEncoder().encode(text);
const files = new Map([
  ['o8-module.yaml', bytes('uploaded\n')],
  ['charts/Chart.yaml', bytes('name: shop\n')],
]);
const uploaded = { message: 'shop 1.0.0, uploaded by user:default/anna' };

describe('the repositories of the portal', () => {
  const directory = createMockDirectory();
  const repositories = new ModuleRepositories(directory.resolve('modules'));
  const dir = directory.resolve('modules/shop');
  const history = async () =>
    (await git.log({ fs, dir })).map(({ commit }) => commit.message.trim());
  const read = (path: string) =>
    fs.readFileSync(directory.resolve('modules/shop', path), 'utf8');

  const standing = () =>
    fs.readdirSync(directory.resolve('modules'), { recursive: true });

  beforeEach(() => directory.setContent({ 'modules/.keep': '' }));

  it('begin with the first upload and go on with the next', async () => {
    await repositories.write('shop', files, uploaded);
    await repositories.write(
      'shop',
      new Map([['o8-module.yaml', bytes('next\n')]]),
      { message: 'shop 1.1.0' },
    );
    expect(await history()).toEqual(['shop 1.1.0', uploaded.message]);
    expect(read('o8-module.yaml')).toBe('next\n');
    expect(fs.existsSync(directory.resolve('modules/shop/charts'))).toBe(false);
  });

  it.each([
    ['a folder without a history', {}],
    [
      'a folder whose history was only begun',
      { '.git': { config: '', HEAD: 'ref: refs/heads/master\n' } },
    ],
    ['a folder whose history is half there', { '.git': { config: '' } }],
  ])('keep what stood in %s', async (_, more) => {
    directory.addContent({
      'modules/shop': {
        'o8-module.yaml': 'by hand\n',
        'notes.md': 'mine\n',
        ...more,
      },
    });
    await repositories.write('shop', files, uploaded);
    const [last, first] = await git.log({ fs, dir });
    expect([last, first].map(({ commit }) => commit.message.trim())).toEqual([
      uploaded.message,
      'shop as it stood here before',
    ]);
    const before = await git.readBlob({
      fs,
      dir,
      oid: first.oid,
      filepath: 'notes.md',
    });
    expect(Buffer.from(before.blob).toString()).toBe('mine\n');
    expect(read('o8-module.yaml')).toBe('uploaded\n');
  });

  it.each([
    ['a file', () => directory.addContent({ 'modules/shop': 'a file' })],
    [
      'a link',
      () => {
        directory.addContent({ 'elsewhere/o8-module.yaml': 'by hand\n' });
        fs.symlinkSync(directory.resolve('elsewhere'), dir);
      },
    ],
    [
      'a linked work tree',
      () => directory.addContent({ 'modules/shop/.git': 'gitdir: /repo\n' }),
    ],
  ])('refuse %s in words and leave it alone', async (_, place) => {
    place();
    const before = standing();
    await expect(
      repositories.write('shop', files, uploaded),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      status: 409,
      message: expect.stringContaining(dir),
      hint: expect.stringContaining('then upload again.'),
    });
    expect(standing()).toEqual(before);
  });
});

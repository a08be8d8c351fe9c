import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { lineLinks } from './lineLinks';

const lineLink = lineLinks(ScmIntegrations.fromConfig(new ConfigReader({})));

it.each([
  [
    'GitHub',
    'https://github.com/shop/mono/blob/main/till/o8-module.yaml',
    'https://github.com/shop/mono/tree/main/till/o8-module.yaml#L13',
  ],
  [
    'GitLab',
    'https://gitlab.com/shop/mono/-/blob/main/o8-module.yaml',
    'https://gitlab.com/shop/mono/-/blob/main/o8-module.yaml#L13',
  ],
  [
    'Bitbucket',
    'https://bitbucket.org/shop/mono/src/main/o8-module.yaml',
    'https://bitbucket.org/shop/mono/src/main/o8-module.yaml#lines-13',
  ],
  [
    'Azure DevOps',
    'https://dev.azure.com/shop/_git/mono?path=/till/o8-module.yaml',
    'https://dev.azure.com/shop/_git/mono?path=%2Ftill%2Fo8-module.yaml&line=13&lineEnd=14&lineStartColumn=1&lineEndColumn=1',
  ],
  [
    'a host that no integration is for',
    'https://git.example.com/shop/o8-module.yaml',
    'https://git.example.com/shop/o8-module.yaml#L13',
  ],
])('a line has a link at %s', (_, target, link) => {
  expect(lineLink({ type: 'url', target })(13)).toBe(link);
});

it('a line of a file of this machine has none', () => {
  expect(lineLink({ type: 'file', target: '/o8-module.yaml' })(1)).toBe(
    undefined,
  );
});

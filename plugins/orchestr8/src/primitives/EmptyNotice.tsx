import { Quiet } from './Quiet';
import { ReactNode } from 'react';
import { Flex, Text } from '@backstage/ui';

/** There is nothing to show, why that is, and what would change it. */
export function EmptyNotice(props: { title: string; children?: ReactNode }) {
  return (
    <Flex direction="column" gap="1" py="2">
      <Text weight="bold">{props.title}</Text>
      {props.children && <Quiet>{props.children}</Quiet>}
    </Flex>
  );
}

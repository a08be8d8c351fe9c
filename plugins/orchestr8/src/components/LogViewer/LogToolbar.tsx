import { Button, Flex, SearchField, ToggleButton } from '@backstage/ui';
import {
  RiDownloadLine,
  RiInstanceLine,
  RiTextWrap,
  RiTimeLine,
} from '@remixicon/react';
import { LogView } from '../../primitives/log/LogView';

/** Filters what is read and sets how it is drawn; asks nothing of the portal. */
export function LogToolbar(props: {
  view: LogView;
  onChange: (view: LogView) => void;
  onDownload: () => void;
}) {
  const { view, onChange, onDownload } = props;
  const toggle = (part: 'timestamps' | 'pods' | 'wrap') => ({
    size: 'small' as const,
    isSelected: view[part],
    onChange: (on: boolean) => onChange({ ...view, [part]: on }),
  });
  return (
    <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
      <SearchField
        size="small"
        aria-label="Filter lines"
        placeholder="Filter lines"
        value={view.filter}
        onChange={filter => onChange({ ...view, filter })}
      />
      <ToggleButton {...toggle('timestamps')} iconStart={<RiTimeLine />}>
        Times
      </ToggleButton>
      <ToggleButton {...toggle('pods')} iconStart={<RiInstanceLine />}>
        Pods
      </ToggleButton>
      <ToggleButton {...toggle('wrap')} iconStart={<RiTextWrap />}>
        Wrap
      </ToggleButton>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiDownloadLine aria-hidden />}
        onPress={onDownload}
      >
        Download
      </Button>
    </Flex>
  );
}

import { useRef, useState } from 'react';

/**
 * Whether a growing list is kept at its end. Only the reader's own hand leaves
 * the end: a burst of lines that runs ahead of the drawing does not.
 */
export function useFollowing(goToEnd: () => void) {
  const [following, setFollowing] = useState(true);
  const byHand = useRef(false);
  const moved = () => {
    byHand.current = true;
  };
  return {
    following,
    follow: () => {
      byHand.current = false;
      setFollowing(true);
      goToEnd();
    },
    /** For the list: the reader's hand on it. */
    hand: {
      onWheel: moved,
      onKeyDown: moved,
      onPointerDown: moved,
      onTouchMove: moved,
    },
    onEnd: (atEnd: boolean) => {
      if (atEnd) {
        byHand.current = false;
        setFollowing(true);
      } else if (byHand.current) {
        setFollowing(false);
      } else {
        goToEnd();
      }
    },
  };
}

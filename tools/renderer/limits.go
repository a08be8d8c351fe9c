package main

import (
	"fmt"
	"os"
	"runtime/metrics"
	"time"
)

// limits bound what one request may take.
type limits struct {
	time   time.Duration
	heap   uint64
	output int
	input  int
}

// statusLimit is the exit status after a request that went over a limit.
const statusLimit = 3

// watch starts a watchdog for one request and returns what stops it. Go
// cannot interrupt a running template: when a limit is passed the watchdog
// answers in its place and ends the process.
func (s *server) watch(id int64) (stop func()) {
	done := make(chan struct{})
	go func() {
		deadline := time.NewTimer(s.limits.time)
		tick := time.NewTicker(20 * time.Millisecond)
		defer deadline.Stop()
		defer tick.Stop()
		sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		for {
			select {
			case <-done:
				return
			case <-deadline.C:
				s.abandon(done, id, fmt.Sprintf("rendering took longer than %s", s.limits.time))
			case <-tick.C:
				metrics.Read(sample)
				if used := sample[0].Value.Uint64(); used > s.limits.heap {
					s.abandon(done, id, fmt.Sprintf("rendering took more than %d MiB of memory", s.limits.heap>>20))
				}
			}
		}
	}()
	return func() { close(done) }
}

func (s *server) abandon(done chan struct{}, id int64, message string) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	select {
	case <-done:
		return // it ended just now; its own answer stands
	default:
	}
	_ = s.writeLocked(answer{ID: id, Error: &failure{Kind: kindLimit, Message: message}})
	os.Exit(statusLimit)
}

package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

// endWithInput kills this process when its standard input ends. Whoever
// started it holds the other end of that pipe and never writes to it: the
// kernel closes it however the starter dies, kill -9 included.
func endWithInput(input io.Reader) {
	_, _ = io.Copy(io.Discard, input)
	if self, err := os.FindProcess(os.Getpid()); err == nil {
		_ = self.Kill()
	}
}

// guard runs a program that does not watch its starter, and takes it along
// when standard input ends. Signals are passed on; so is the exit status.
func guard(arguments []string) {
	if len(arguments) == 0 {
		fail(errors.New("usage: playground guard COMMAND [ARGS]"))
	}
	command := exec.Command(arguments[0], arguments[1:]...)
	command.Stdout, command.Stderr = os.Stdout, os.Stderr
	if err := command.Start(); err != nil {
		fail(err)
	}
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		_ = command.Process.Kill()
	}()
	signals := make(chan os.Signal, 4)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		for received := range signals {
			_ = command.Process.Signal(received)
		}
	}()
	err := command.Wait()
	var ended *exec.ExitError
	switch {
	case err == nil:
		os.Exit(0)
	case errors.As(err, &ended) && ended.ExitCode() >= 0:
		os.Exit(ended.ExitCode())
	default:
		fail(fmt.Errorf("%s: %w", arguments[0], err))
	}
}

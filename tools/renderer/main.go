// Command renderer renders Helm charts and judges Pod specs with the
// upstream libraries themselves, for callers that are not written in Go.
//
// It reads one JSON request a line on standard input and writes one JSON
// answer a line on standard output, in the order of the requests. It opens
// no file and no connection: a chart arrives as a map of names to contents,
// the engine has no cluster client (lookup finds nothing) and no DNS
// (getHostByName is empty), and a schema that refers to another document is
// refused.
//
// A chart may still run for ever or grow without bound. The process then
// answers the request with an error of kind "limit" and exits with status 3,
// for only the end of a process surely frees what a template took: the
// caller starts another.
package main

import (
	"flag"
	"fmt"
	"os"
	"time"
)

func main() {
	limits := limits{}
	flag.DurationVar(&limits.time, "timeout", 10*time.Second, "longest time for one request")
	flag.Uint64Var(&limits.heap, "memory", 512<<20, "largest heap, in bytes")
	flag.IntVar(&limits.output, "output", 16<<20, "largest rendered output of one chart, in bytes")
	flag.IntVar(&limits.input, "input", 64<<20, "longest request line, in bytes")
	flag.Parse()

	server, err := newServer(os.Stdout, limits)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if err := server.serve(os.Stdin); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

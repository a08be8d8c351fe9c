// Command playground is a Kubernetes control plane in one binary.
//
// Its first argument names the component to run; the rest are that
// component's own flags: etcd, kube-apiserver, kube-controller-manager,
// kube-scheduler or kwok. Nodes and pods are simulated by KWOK; everything
// that a deployer talks to (admission, RBAC, server-side apply, watches,
// controllers, quota, garbage collection) is the real thing.
//
// Two more components keep processes from outliving who started them:
// "guard COMMAND [ARGS]" runs any other program, and every component ends
// when its standard input does, if PLAYGROUND_WATCH_STDIN is set.
package main

import (
	"fmt"
	"os"
	_ "time/tzdata"

	"github.com/spf13/pflag"
	"go.etcd.io/etcd/server/v3/etcdmain"
	"k8s.io/component-base/cli"
	_ "k8s.io/component-base/metrics/prometheus/clientgo"
	_ "k8s.io/component-base/metrics/prometheus/version"
	apiserver "k8s.io/kubernetes/cmd/kube-apiserver/app"
	controllers "k8s.io/kubernetes/cmd/kube-controller-manager/app"
	scheduler "k8s.io/kubernetes/cmd/kube-scheduler/app"
	kwokconfig "sigs.k8s.io/kwok/pkg/config"
	kwok "sigs.k8s.io/kwok/pkg/kwok/cmd"
	"sigs.k8s.io/kwok/pkg/log"
	"sigs.k8s.io/kwok/pkg/utils/signals"
)

func main() {
	if len(os.Args) < 2 {
		fail(fmt.Errorf("usage: playground COMPONENT [FLAGS]"))
	}
	component := os.Args[1]
	os.Args = append([]string{component}, os.Args[2:]...)

	if component != "guard" && os.Getenv("PLAYGROUND_WATCH_STDIN") != "" {
		go endWithInput(os.Stdin)
	}

	switch component {
	case "guard":
		guard(os.Args[1:])
	case "etcd":
		etcdmain.Main(os.Args)
	case "kube-apiserver":
		os.Exit(cli.Run(apiserver.NewAPIServerCommand()))
	case "kube-controller-manager":
		os.Exit(cli.Run(controllers.NewControllerManagerCommand()))
	case "kube-scheduler":
		os.Exit(cli.Run(scheduler.NewSchedulerCommand()))
	case "kwok":
		runKwok()
	default:
		fail(fmt.Errorf("unknown component %q", component))
	}
}

// runKwok mirrors kwok's own entry point. The global flag set is replaced
// first: the Kubernetes components have already put a "version" flag of
// another type on it.
func runKwok() {
	pflag.CommandLine = pflag.NewFlagSet("kwok", pflag.ContinueOnError)
	flags := pflag.NewFlagSet("global", pflag.ContinueOnError)
	flags.ParseErrorsAllowlist.UnknownFlags = true

	ctx := signals.SetupSignalContext()
	ctx, _ = log.InitFlags(ctx, flags)
	ctx, err := kwokconfig.InitFlags(ctx, flags)
	if err != nil {
		fail(err)
	}
	command := kwok.NewCommand(ctx)
	command.PersistentFlags().AddFlagSet(flags)
	if err := command.ExecuteContext(ctx); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

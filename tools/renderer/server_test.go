package main

import (
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	corev1 "k8s.io/api/core/v1"
)

func TestAnswersInOrderAndSurvivesNonsense(t *testing.T) {
	answers := exchange(t, strings.Join([]string{
		`{"id":1,"judge":{"level":"privileged","version":"latest","metadata":{},"spec":{"containers":[]}}}`,
		`not JSON`,
		`{"id":3}`,
		``,
		`{"id":4,"render":"x"}`,
		`{"id":5,"judge":{"level":"strict","version":"latest","metadata":{},"spec":{"containers":[]}}}`,
		`{"id":6,"render":{"files":{"x":"` + strings.Repeat("A", 2<<20) + `"}}}`,
		`{"id":7,"judge":{"level":"baseline","version":"v1.36","metadata":{},"spec":{"containers":[]}}}`,
	}, "\n"))
	want := []struct {
		id   int64
		kind string
	}{{1, ""}, {0, kindUsage}, {3, kindUsage}, {4, kindUsage}, {5, kindUsage}, {0, kindLimit}, {7, ""}}
	if len(answers) != len(want) {
		t.Fatalf("%d answers, want %d", len(answers), len(want))
	}
	for i, w := range want {
		kind := ""
		if answers[i].Error != nil {
			kind = answers[i].Error.Kind
		}
		if answers[i].ID != w.id || kind != w.kind {
			t.Errorf("answer %d is %d %q, want %d %q", i, answers[i].ID, kind, w.id, w.kind)
		}
	}
}

func TestJudgesAsPodSecurityAdmissionDoes(t *testing.T) {
	yes, no := true, false
	hardened := corev1.PodSpec{
		SecurityContext: &corev1.PodSecurityContext{RunAsNonRoot: &yes, SeccompProfile: &corev1.SeccompProfile{Type: "RuntimeDefault"}},
		Containers: []corev1.Container{{Name: "app", SecurityContext: &corev1.SecurityContext{
			AllowPrivilegeEscalation: &no, Capabilities: &corev1.Capabilities{Drop: []corev1.Capability{"ALL"}},
		}}},
	}
	plain := corev1.PodSpec{Containers: []corev1.Container{{Name: "app"}}}
	host := corev1.PodSpec{HostNetwork: true, Containers: []corev1.Container{{Name: "app"}}}
	cases := []struct {
		name, level string
		spec        corev1.PodSpec
		findings    int
	}{
		{"a hardened pod is restricted", "restricted", hardened, 0},
		{"a plain pod is not restricted", "restricted", plain, 4},
		{"a plain pod is baseline", "baseline", plain, 0},
		{"the host's network is not baseline", "baseline", host, 1},
		{"the host's network is privileged", "privileged", host, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := ask(t, request{Judge: &judgeRequest{Level: c.level, Version: "latest", Spec: c.spec}})
			if a.Error != nil || len(a.Findings) != c.findings {
				t.Errorf("%v %v", a.Findings, a.Error)
			}
		})
	}
}

// The watchdog ends the process: this test runs itself once more as that process.
func TestEndsARunawayChart(t *testing.T) {
	if os.Getenv("RENDERER_RUNAWAY") != "" {
		s, _ := newServer(os.Stdout, limits{time: 200 * time.Millisecond, heap: 1 << 30, output: 1 << 20, input: 1 << 20})
		_ = s.serve(os.Stdin)
		os.Exit(0)
	}
	child := exec.Command(os.Args[0], "-test.run=^TestEndsARunawayChart$")
	child.Env = append(os.Environ(), "RENDERER_RUNAWAY=1")
	child.Stdin = strings.NewReader(`{"id":9,"render":{"files":{` +
		`"Chart.yaml":"YXBpVmVyc2lvbjogdjIKbmFtZTogeAp2ZXJzaW9uOiAxLjAuMAo=",` +
		// {{ range until 10000 }}{{ range until 100000 }}{{ end }}{{ end }}
		`"templates/a.yaml":"e3sgcmFuZ2UgdW50aWwgMTAwMDAgfX17eyByYW5nZSB1bnRpbCAxMDAwMDAgfX17eyBlbmQgfX17eyBlbmQgfX0="}}}` + "\n")
	out, err := child.Output()
	if child.ProcessState.ExitCode() != statusLimit {
		t.Errorf("it ends with %v", err)
	}
	if !strings.Contains(string(out), `{"id":9,"error":{"message":"rendering took longer than 200ms","kind":"limit"}}`) {
		t.Errorf("it answers %q", out)
	}
}

package main

import (
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// request is one line of standard input: exactly one of Render and Judge.
type request struct {
	ID     int64          `json:"id"`
	Render *renderRequest `json:"render,omitempty"`
	Judge  *judgeRequest  `json:"judge,omitempty"`
}

type renderRequest struct {
	// Files maps a path inside the chart ("templates/x.yaml") to its bytes,
	// which are base64 in JSON.
	Files        map[string][]byte `json:"files"`
	Values       map[string]any    `json:"values"`
	Release      string            `json:"release"`
	Namespace    string            `json:"namespace"`
	Upgrade      bool              `json:"upgrade"`
	Capabilities *capabilities     `json:"capabilities,omitempty"`
	// Origins asks for the place in the chart of each line of the output.
	Origins bool `json:"origins,omitempty"`
}

// capabilities are what the target cluster reports; without them the engine
// assumes the Kubernetes release that it was built with and its own kinds.
type capabilities struct {
	KubeVersion string   `json:"kubeVersion"`
	APIVersions []string `json:"apiVersions"`
}

type judgeRequest struct {
	Level    string            `json:"level"`   // privileged, baseline or restricted
	Version  string            `json:"version"` // "latest" or "v1.36"
	Metadata metav1.ObjectMeta `json:"metadata"`
	Spec     corev1.PodSpec    `json:"spec"`
}

// answer is one line of standard output. Error excludes the other fields.
type answer struct {
	ID       int64             `json:"id"`
	Rendered map[string]string `json:"rendered,omitempty"`
	CRDs     map[string]string `json:"crds,omitempty"`
	Notes    string            `json:"notes,omitempty"`
	Findings []finding         `json:"findings,omitempty"`
	// Origins of the lines of a rendered text, by its name; absent for a text
	// whose lines cannot be told apart.
	Origins map[string][]origin `json:"origins,omitempty"`
	Error   *failure            `json:"error,omitempty"`
}

type finding struct {
	Reason string `json:"reason"`
	Detail string `json:"detail"`
}

// Kinds of failure.
const (
	kindChart  = "chart"  // the chart's own fault
	kindValues = "values" // the values do not fit the chart
	kindLimit  = "limit"  // it took too long or too much
	kindUsage  = "usage"  // the request's fault
)

// failure says what does not render. File is a path inside the chart; Line
// and Column start at 1; all three are absent where unknown.
type failure struct {
	Message string `json:"message"`
	Kind    string `json:"kind"`
	File    string `json:"file,omitempty"`
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
}

func (f *failure) Error() string { return f.Message }

package main

import (
	"regexp"
	"strconv"
	"strings"
)

// Helm words a template error in one of three ways:
//
//	parse error at (chart/templates/x.yaml:3): unexpected EOF
//	execution error at (chart/templates/x.yaml:3:4): what fail or required said
//	chart/templates/x.yaml:3:4
//	  executing "chart/templates/x.yaml" at <.Values.a.b>:
//	    nil pointer evaluating interface {}.b
//
// The last is repeated for each include on the way, outermost first. What it
// does not reword comes as text/template says it: "template: " and the same
// steps on one line.
var (
	summary  = regexp.MustCompile(`(?s)^(?:parse|execution) error (?:at|in) \(([^)]+)\): (.*)$`)
	position = regexp.MustCompile(`^(?:template: )?(\S+?):(\d+)(?::(\d+))?(?:: (.*))?$`)
	step     = regexp.MustCompile(`executing "[^"]*" at <(.*)>:`)
	chain    = regexp.MustCompile(`(?:template: )?(\S+?:\d+(?::\d+)?): executing "[^"]*" at <(.*?)>: `)
)

// longestMessage keeps an endless chain of includes out of the answer.
const longestMessage = 2000

// located turns the engine's error into a failure. The innermost position is
// reported, for there the mistake is; its file is relative to the chart.
func located(chartName string, err error) *failure {
	text := strings.TrimSpace(err.Error())
	if match := summary.FindStringSubmatch(text); match != nil {
		f := &failure{Kind: kindChart, Message: strings.TrimSpace(match[2])}
		f.at(chartName, match[1])
		return f
	}
	if steps := chain.FindAllStringSubmatchIndex(text, -1); steps != nil && !strings.Contains(text, "\n  ") {
		last := steps[len(steps)-1]
		f := &failure{Kind: kindChart}
		f.at(chartName, text[last[2]:last[3]])
		f.Message = shortened(text[last[1]:]) + " (at {{ " + text[last[4]:last[5]] + " }})"
		return f
	}
	f := &failure{Kind: kindChart}
	var expression string
	var words []string
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if match := step.FindStringSubmatch(line); match != nil {
			expression = match[1]
			continue
		}
		if match := position.FindStringSubmatch(line); match != nil && isTemplate(match[1]) {
			f.at(chartName, line)
			words = nil
			if match[4] != "" {
				words = append(words, match[4])
			}
			continue
		}
		words = append(words, line)
	}
	f.Message = shortened(strings.Join(words, " "))
	if expression != "" {
		f.Message += " (at {{ " + expression + " }})"
	}
	return f
}

func shortened(text string) string {
	if len(text) <= longestMessage {
		return text
	}
	return text[:longestMessage] + "…"
}

func isTemplate(name string) bool { return strings.Contains(name, "/templates/") }

// at reads "chart/templates/x.yaml:3:4".
func (f *failure) at(chartName, where string) {
	match := position.FindStringSubmatch(where)
	if match == nil {
		f.File = strings.TrimPrefix(where, chartName+"/")
		return
	}
	f.File = strings.TrimPrefix(match[1], chartName+"/")
	f.Line, _ = strconv.Atoi(match[2])
	f.Column, _ = strconv.Atoi(match[3])
}

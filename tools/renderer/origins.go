package main

import (
	"path"
	"regexp"
	"strconv"
	"strings"

	chart "helm.sh/helm/v4/pkg/chart/v2"
)

// Templates do not tell where a line of their output comes from. So the chart
// is rendered a second time with marks in it: before the first character of
// each line of literal text stands, between two characters of the private use
// area, where that line is written. Marks travel with their text through
// include, indent and trim. The marked output serves only to look them up in,
// and only where it has as many lines as the true one.
const (
	markStart = "\uE000"
	markEnd   = "\uE001"
)

var mark = regexp.MustCompile(markStart + `(\d+):(\d+)` + markEnd)

// origin is where a line of output is written; File is a path inside the chart.
type origin struct {
	File string `json:"file"`
	Line int    `json:"line"`
}

// marker writes marks into the templates of a chart and reads them back.
type marker struct {
	files []string
}

// markChart returns false for a chart that holds such characters itself.
func (m *marker) markChart(ch *chart.Chart, folder string) bool {
	for _, template := range ch.Templates {
		text := string(template.Data)
		if strings.Contains(text, markStart) || strings.Contains(text, markEnd) {
			return false
		}
		template.Data = []byte(marked(text, len(m.files)))
		m.files = append(m.files, path.Join(folder, template.Name))
	}
	for _, dependency := range ch.Dependencies() {
		if !m.markChart(dependency, path.Join(folder, "charts", dependency.Name())) {
			return false
		}
	}
	return true
}

// origins gives the origin of each line of a rendered text: that of its own
// first mark, else that of the mark before it. It is nil where the marked text
// does not match, and holds a line number of 0 before the first mark.
func (m *marker) origins(text, withMarks string) []origin {
	lines := strings.Split(withMarks, "\n")
	if len(lines) != strings.Count(text, "\n")+1 {
		return nil
	}
	all := make([]origin, len(lines))
	last := origin{}
	for i, line := range lines {
		if found := mark.FindStringSubmatch(line); found != nil {
			file, _ := strconv.Atoi(found[1])
			number, _ := strconv.Atoi(found[2])
			if file < len(m.files) {
				last = origin{File: m.files[file], Line: number}
			}
		}
		all[i] = last
	}
	return all
}

// marked is the source of a template with a mark in each line of literal text.
func marked(source string, file int) string {
	var out strings.Builder
	line, done := 1, false
	for i := 0; i < len(source); {
		if strings.HasPrefix(source[i:], "{{") {
			end := i + actionLength(source[i:])
			out.WriteString(source[i:end])
			if breaks := strings.Count(source[i:end], "\n"); breaks > 0 {
				line, done = line+breaks, false
			}
			i = end
			continue
		}
		switch source[i] {
		case '\n':
			line, done = line+1, false
		case ' ', '\t', '\r':
		default:
			if !done {
				out.WriteString(markStart + strconv.Itoa(file) + ":" + strconv.Itoa(line) + markEnd)
				done = true
			}
		}
		out.WriteByte(source[i])
		i++
	}
	return out.String()
}

var comment = regexp.MustCompile(`^\{\{(?:- )?/\*`)

// actionLength is the length of the action that the text begins with, its
// braces included; of the whole text when the action does not end.
func actionLength(text string) int {
	if comment.MatchString(text) {
		end := strings.Index(text, "*/")
		if end < 0 {
			return len(text)
		}
		if close := strings.Index(text[end:], "}}"); close >= 0 {
			return end + close + 2
		}
		return len(text)
	}
	for i := 2; i < len(text); i++ {
		switch text[i] {
		case '}':
			if strings.HasPrefix(text[i:], "}}") {
				return i + 2
			}
		case '"', '\'', '`':
			i += quotedLength(text[i:]) - 1
		}
	}
	return len(text)
}

// quotedLength is the length of the literal that the text begins with.
func quotedLength(text string) int {
	quote := text[0]
	for i := 1; i < len(text); i++ {
		switch {
		case text[i] == '\\' && quote != '`':
			i++
		case text[i] == quote:
			return i + 1
		}
	}
	return len(text)
}

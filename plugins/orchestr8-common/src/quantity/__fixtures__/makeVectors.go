// Writes quantities.json beside it: texts, what Kubernetes reads in them, and how
// neighbours compare. Needs a go.mod that requires k8s.io/apimachinery v0.36.3;
// run with `go run makeVectors.go > quantities.json`.
package main

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"strings"

	"gopkg.in/inf.v0"
	"k8s.io/apimachinery/pkg/api/resource"
)

// vector: text, amount in 1e-9 as decimal text (absent: not a quantity).
type vector struct {
	Text  string `json:"text"`
	Nanos string `json:"nanos,omitempty"`
}

func read(text string) vector {
	quantity, err := resource.ParseQuantity(text)
	if err != nil {
		return vector{Text: text}
	}
	nanos := new(inf.Dec).Mul(quantity.AsDec(), inf.NewDec(1000000000, 0))
	return vector{text, new(inf.Dec).Round(nanos, 0, inf.RoundExact).String()}
}

func main() {
	random := rand.New(rand.NewSource(8))
	numbers := []string{"0", "1", "2", "7", "10", "100", "250", "512", "999", "1000", "1024", "1536", "0.1", "0.5", "1.5", "2.25", "0.001", "0.000000001", "0.0000000001", "123456789", "9223372036854775807", "9223372036854775808", "99999999999999999999", "1.", ".5", "00012", "0.0"}
	suffixes := []string{"", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei", "e0", "e3", "E3", "e-3", "E-9", "e9", "e18", "e+2", "e-12"}
	seen := map[string]bool{}
	vectors := []vector{}
	add := func(text string) {
		if !seen[text] {
			seen[text] = true
			vectors = append(vectors, read(text))
		}
	}
	for _, number := range numbers {
		for _, suffix := range suffixes {
			add(number + suffix)
		}
	}
	for _, text := range []string{"", " ", "m", ".", "-", "+", "1 Mi", " 1", "1 ", "1MB", "1mb", "1ki", "1K", "1KI", "1Mib", "1i", "1e", "1e+", "1e1.5", "1,5", "1_000", "0x10", "NaN", "Inf", "1..5", "1.5.", "--1", "+-1", "1-", "1m1", "１", "1μ", "1e1000", "1e-1000", "1E1000"} {
		add(text)
	}
	for _, sign := range []string{"+", "-"} {
		for _, number := range numbers {
			add(sign + number)
			add(sign + number + "m")
			add(sign + number + "Mi")
		}
	}
	for len(vectors) < 1500 {
		text := fmt.Sprint(random.Intn(100000))
		if random.Intn(2) == 0 {
			text += "." + strings.TrimLeft(fmt.Sprint(random.Int63n(1_000_000_000)), "-")
		}
		add(text + suffixes[random.Intn(len(suffixes))])
	}
	fmt.Println("[")
	for index, item := range vectors {
		line, _ := json.Marshal(item)
		comma := ","
		if index == len(vectors)-1 {
			comma = ""
		}
		fmt.Println("  " + string(line) + comma)
	}
	fmt.Println("]")
}

using System.Text;
using Portal.Server.Catalog.Documents;

namespace Portal.Tests.Catalog.Documents;

public sealed class UnreadableTests
{
    [Fact]
    public void A_path_of_very_many_parts_is_said_to_have_them()
    {
        Assert.IsType<ReadOutcome.Read>(SourceDocument.Read(Deep(200)));

        foreach (var text in new[] { Deep(50_000), Deep(201) })
        {
            var unreadable = Assert.IsType<ReadOutcome.Unreadable>(SourceDocument.Read(text));
            Assert.Equal("This path has more than 200 parts.", unreadable.Sentence);
        }

        static string Deep(int parts) => """{"openapi": "3.0.1", "info": {"title": "Deep", "version": "1"}, "paths": {"PATH": {}}}""".Replace("PATH", string.Concat(Enumerable.Repeat("/a", parts)), StringComparison.Ordinal);
    }

    [Fact]
    public void So_is_one_that_is_merged_in()
    {
        var deep = string.Concat(Enumerable.Repeat("/a", 300));

        Assert.IsType<ReadOutcome.Unreadable>(SourceDocument.Read($"openapi: 3.0.1\ninfo: {{ title: Deep, version: '1' }}\nx-shared: &shared {{ {deep}: {{}} }}\npaths:\n  <<: *shared\n"));
    }

    [Theory]
    [InlineData("", "empty", null, null)]
    [InlineData(" \n ", "empty", null, null)]
    [InlineData("# nothing\n", "empty", null, null)]
    [InlineData("just words", "neither a JSON nor a YAML object", 1, 1)]
    [InlineData("<html></html>", "neither a JSON nor a YAML object", 1, 1)]
    [InlineData("[1, 2]", "a list", 1, 1)]
    [InlineData("- 1\n- 2", "a list", 1, 1)]
    [InlineData("{\"openapi\": \"3.0.0\",\n \"a\": 1,}", "not JSON", 2, 9)]
    [InlineData("{\"openapi\": \"3.0.0\"\n", "not JSON", 2, 1)]
    [InlineData("{\"é\": nope}", "not JSON", 1, 8)]
    [InlineData("\uFEFF{\"é\": nope}", "not JSON", 1, 9)]
    [InlineData("{\"a\": 1} {}", "not JSON", 1, 10)]
    [InlineData("a: b: c", "not YAML", 1, 5)]
    [InlineData("a:\n\tb: 1", "tab", 1, 1)]
    [InlineData("a: 'open", "not YAML", 1, 4)]
    [InlineData("openapi: 3.0.0\n---\nb: 2", "second YAML document", 2, 1)]
    [InlineData("{\"a\": 1,\n \"a\": 2}", "'a' stands twice", 2, 2)]
    [InlineData("a: 1\nb:\n  c: 1\n  c: 2", "'c' stands twice", 4, 3)]
    [InlineData("? [a]\n: b", "key of an object must be text", 1, 3)]
    [InlineData("a: *b", "No anchor &b", 1, 4)]
    [InlineData("a: &b [*b]", "contains itself", 1, 8)]
    [InlineData("a: !Ref b", "tag !Ref", 1, 4)]
    [InlineData("a: .inf", "no number .inf", 1, 4)]
    [InlineData("a: 0xFFFFFFFFFFFFFFFFFFFF", "no number 0xFFFF", 1, 4)]
    [InlineData("a: !!int x", "not what its tag says", 1, 4)]
    [InlineData("a: 1\n<<: 3", "merge key", 2, 1)]
    [InlineData("a: b\0c", "NUL", 1, 5)]
    [InlineData("{\"a\": \"\\ud800\"}", "surrogate", 1, 7)]
    [InlineData("{\"\\ud800\": 1}", "surrogate", 1, 2)]
    [InlineData("a: \"\\ud800\"", "not YAML", 1, 4)]
    public void What_is_no_text_of_the_kind_is_refused_with_its_place(string text, string words, int? line, int? column)
    {
        var unreadable = Refused(text);

        Assert.Contains(words, unreadable.Sentence, StringComparison.Ordinal);
        Assert.Equal((line, column), (unreadable.Line, unreadable.Column));
    }

    [Theory]
    [InlineData("{}", "neither 'openapi' nor 'swagger'", "")]
    [InlineData("openapi: 4.0.0\npaths: {}", "4.0.0) is not supported", "/openapi")]
    [InlineData("swagger: '1.2'\npaths: {}", "1.2) is not supported", "/swagger")]
    [InlineData("openapi: 2.0\npaths: {}", "2.0) is not supported", "/openapi")]
    [InlineData("openapi: [3]\npaths: {}", "is not supported", "/openapi")]
    [InlineData("openapi: 3.0.0", "no 'paths'", "")]
    [InlineData("openapi: 3.0.0\npaths:", "no 'paths'", "")]
    [InlineData("openapi: 3.1.0\nwebhooks: {}", "webhooks", "")]
    [InlineData("openapi: 3.0.0\npaths: []", "'paths' is not an object", "/paths")]
    [InlineData("openapi: 3.0.0\npaths: {/a: 1}", "'/a' is not an object", "/paths/~1a")]
    [InlineData("openapi: 3.0.0\npaths: {/a: {get: }}", "'get' is not an object", "/paths/~1a/get")]
    [InlineData("openapi: 3.0.0\ninfo: x\npaths: {}", "'info' is not an object", "/info")]
    [InlineData("openapi: 3.0.0\npaths: {/a: {$ref: '#/nowhere'}}", "leads nowhere", "/paths/~1a/$ref")]
    [InlineData("openapi: 3.0.0\npaths: {/a: {$ref: 'other.yaml#/a'}}", "leads out of this document", "/paths/~1a/$ref")]
    [InlineData("openapi: 3.0.0\npaths: {/a: {$ref: 'https://example.com/a'}}", "leads out of this document", "/paths/~1a/$ref")]
    [InlineData("openapi: 3.0.0\npaths: {/a: {$ref: '#a'}}", "no JSON pointer", "/paths/~1a/$ref")]
    [InlineData("openapi: 3.0.0\npaths: {/a: {$ref: '#/a~2b'}}", "no JSON pointer", "/paths/~1a/$ref")]
    [InlineData("openapi: 3.0.0\npaths: {/a: {$ref: 3}}", "must be text", "/paths/~1a/$ref")]
    [InlineData("openapi: 3.0.0\npaths: {}\ncomponents: {schemas: {a: {$ref: '#/components/schemas/b'}, b: {$ref: '#/components/schemas/a'}}}", "leads back to itself", "/components/schemas/a/$ref")]
    [InlineData("openapi: 3.0.0\npaths: {}\ncomponents: {schemas: {a: {$ref: '#/components/schemas/a'}}}", "leads back to itself", "/components/schemas/a/$ref")]
    [InlineData("openapi: 3.0.0\npaths: {}\ncomponents: {headers: {x-h: {$ref: '#/x'}}}", "leads nowhere", "/components/headers/x-h/$ref")]
    public void What_is_no_OpenAPI_document_is_refused_with_its_pointer(string text, string words, string pointer)
    {
        var unreadable = Refused(text);

        Assert.Contains(words, unreadable.Sentence, StringComparison.Ordinal);
        Assert.Equal(pointer, unreadable.Pointer);
    }

    [Theory]
    [InlineData("components: {schemas: {a: {properties: {next: {$ref: '#/components/schemas/a'}}}}}")]
    [InlineData("components: {schemas: {a: {type: array, items: {$ref: '#/components/schemas/a'}}}}")]
    [InlineData("components: {schemas: {a: {properties: {$ref: {type: string}, example: {$ref: '#/components/schemas/a'}}}}}")]
    [InlineData("components: {schemas: {a: {example: {$ref: nothing}, default: {$ref: 1}, x-more: {$ref: nothing}}}}")]
    [InlineData("components: {examples: {a: {value: {$ref: nothing}}}}")]
    [InlineData("x-a: 1\ncomponents: {schemas: {b: {$ref: '#/components/schemas/a%7Bx%7D~1y'}, 'a{x}/y': {}}}")]
    public void Recursive_models_and_data_that_looks_like_a_reference_are_fine(string yaml)
    {
        Samples.Read($"openapi: 3.0.0\npaths: {{}}\n{yaml}\n");
    }

    [Fact]
    public void A_YAML_bomb_is_refused()
    {
        var bomb = new StringBuilder("openapi: 3.0.0\npaths: {}\na0: &a0 [lol, lol, lol]\n");

        for (var i = 1; i < 30; i++)
        {
            bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}]\n");
        }

        Assert.Contains("larger than 6 MB", Refused(bomb.ToString()).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_of_merge_keys_or_of_long_texts_is_refused()
    {
        var text = new StringBuilder($"openapi: 3.0.0\npaths: {{}}\nt: &t {new string('x', 100_000)}\nm: &m {{k: *t}}\n");

        for (var i = 0; i < 100; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"m{i}: {{<<: *m}}\n");
        }

        Assert.Contains("larger than 6 MB", Refused(text.ToString()).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"a\":", "}")]
    [InlineData("[", "]")]
    public void Deep_nesting_is_refused_in_JSON(string open, string close)
    {
        Assert.Contains("levels", Refused(string.Concat(Enumerable.Repeat(open, 100_000)) + string.Concat(Enumerable.Repeat(close, 100_000))).Sentence, StringComparison.Ordinal);
        Assert.Contains("levels", Refused("{\"a\": " + string.Concat(Enumerable.Repeat(open, 200)) + "1" + string.Concat(Enumerable.Repeat(close, 200)) + "}").Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: [", 1_000_000)]
    [InlineData("- ", 1_000_000)]
    [InlineData("{a: ", 1_000_000)]
    [InlineData("? ", 1_000_000)]
    public void Deep_nesting_is_refused_in_YAML(string open, int times)
    {
        Refused(string.Concat(Enumerable.Repeat(open, times)));
    }

    [Fact]
    public void Depth_behind_aliases_counts()
    {
        var text = new StringBuilder("a0: &a0 []\n");

        for (var i = 1; i < 300; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [*a{i - 1}]\n");
        }

        Assert.Contains("levels", Refused(text.ToString()).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_too_large_is_refused_unread()
    {
        var large = new string(' ', 50_000_000);

        Assert.Contains("6 MB", Refused(large).Sentence, StringComparison.Ordinal);
        Assert.Contains("6 MB", Assert.IsType<ReadOutcome.Unreadable>(SourceDocument.Read(Encoding.UTF8.GetBytes(large))).Sentence, StringComparison.Ordinal);
        Assert.Contains("6 MB", Refused("{\"a\": \"" + new string('é', 3_200_000) + "\"}").Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_values_are_refused()
    {
        Assert.Contains("more than 1,000,000 values", Refused("[" + string.Concat(Enumerable.Repeat("1,", 1_500_000)) + "1]").Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lone_surrogate_in_the_text_is_refused()
    {
        Assert.Contains("surrogate", Refused("{\"a\": \"\uD800\"}").Sentence, StringComparison.Ordinal);
        Assert.Contains("surrogate", Refused("a: \uDC00").Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_text_is_refused()
    {
        Assert.Contains("not text in UTF-8", Assert.IsType<ReadOutcome.Unreadable>(SourceDocument.Read([0x7B, 0xC3, 0x28])).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_chain_of_references_is_walked_once()
    {
        var schemas = string.Join(",", Enumerable.Range(0, 50_000).Select(i => $"\"s{i}\":{{\"$ref\":\"#/components/schemas/s{i + 1}\"}}"));

        Samples.Read("""{"openapi":"3.0.0","paths":{},"components":{"schemas":{""" + schemas + ""","s50000":{}}}}""");
    }

    private static ReadOutcome.Unreadable Refused(string text) => Assert.IsType<ReadOutcome.Unreadable>(SourceDocument.Read(text));
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Server.Catalog.Documents;
using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog.Documents;

public sealed class SourceDocumentTests
{
    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void Every_sample_reads(string name)
    {
        var text = Samples.Text(name);
        var document = Samples.Read(text);

        Assert.Equal(name.EndsWith(".json", StringComparison.Ordinal) ? DocumentFormat.Json : DocumentFormat.Yaml, document.Format);
        Assert.Equal(text, document.Text);
        Assert.NotNull(document.Root["paths"]);
    }

    [Theory]
    [MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void Every_node_of_JSON_stands_where_the_tree_says(string name)
    {
        var text = Samples.Text(name);

        if (name.EndsWith(".json", StringComparison.Ordinal))
        {
            Walk(Samples.Read(text).Tree);
        }

        void Walk(SourceNode node)
        {
            Assert.True(JsonNode.DeepEquals(node.ToJson(), JsonNode.Parse(text[node.Start..node.End])));

            foreach (var member in node.Members)
            {
                Assert.Equal(member.Name, JsonSerializer.Deserialize<string>(text[member.KeyStart..member.KeyEnd]));
            }

            // The whole was compared; of a large document each small part is, too.
            foreach (var child in node.Members.Select(member => member.Value).Concat(node.Items).Where(child => child.End - child.Start < 20_000))
            {
                Walk(child);
            }
        }
    }

    [Theory]
    [InlineData("""{"swagger": "2.0", "paths": {}}""", OpenApiDialect.Swagger2, "2.0")]
    [InlineData("swagger: 2.0\npaths: {}", OpenApiDialect.Swagger2, "2.0")]
    [InlineData("openapi: 3.0.3\npaths: {}", OpenApiDialect.OpenApi30, "3.0.3")]
    [InlineData("{openapi: 3.1.1, paths: {}}", OpenApiDialect.OpenApi31, "3.1.1")]
    internal void The_version_is_seen(string text, OpenApiDialect dialect, string version)
    {
        Assert.Equal(new OpenApiVersion(dialect, version), Samples.Read(text).Version);
    }

    [Fact]
    public void YAML_is_typed_by_its_core_schema()
    {
        var json = Samples.Read(
            """
            openapi: 3.0.0
            paths: {}
            x: [1, +12, 007, 0x1F, 0o17, .5, 5., 1e3, -0.0, 12345678901234567890123, true, False, null, ~, yes, on, 1_000, 2024-01-01, 'true', "1", !!str 1, !!int "3", '', 1.0.0, 0x, '<<']
            y: |
              text
            z: >-
              folded
              text
            200: by name
            """).Root;

        Assert.Equal(
            """[1,12,7,31,15,0.5,5,1e3,-0.0,12345678901234567890123,true,false,null,null,"yes","on","1_000","2024-01-01","true","1","1",3,"","1.0.0","0x","\u003C\u003C"]""",
            json["x"]!.ToJsonString());
        Assert.Equal("text\n", (string?)json["y"]);
        Assert.Equal("folded text", (string?)json["z"]);
        Assert.Equal("by name", (string?)json["200"]);
    }

    [Fact]
    public void Aliases_and_merge_keys_are_written_out()
    {
        var json = Samples.Read(
            """
            openapi: 3.0.0
            paths: {}
            a: &a {x: 1, y: 2}
            b: *a
            c: {<<: *a, y: 3}
            d:
              <<: [{y: 4, z: 4}, *a]
            e: &a [redefined]
            f: *a
            """).Root;

        Assert.Equal("""{"x":1,"y":2}""", json["b"]!.ToJsonString());
        Assert.Equal("""{"y":3,"x":1}""", json["c"]!.ToJsonString());
        Assert.Equal("""{"y":4,"z":4,"x":1}""", json["d"]!.ToJsonString());
        Assert.Equal("""["redefined"]""", json["f"]!.ToJsonString());
    }

    [Fact]
    public void Lines_are_those_of_the_text()
    {
        var document = Samples.Read(Samples.Yaml);

        Assert.Equal(11, document.LineOf("/paths/~1pets"));
        Assert.Equal(20, document.LineOf("/paths/~1pets/get/parameters/0/required"));
        Assert.Equal(23, document.LineOf("/paths/~1pets/get/parameters/1/schema/type"));
        Assert.Equal(12, document.LineOf("/paths/~1pets/get/nothing/here"));
        Assert.Equal(2, document.LineOf(""));
        Assert.Null(document.LineOf("no pointer"));
        Assert.Equal(7, Samples.Read("\uFEFF" + Samples.Swagger).LineOf("/paths/~1pets/get"));
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void A_file_is_decoded(string encoding, bool mark)
    {
        var code = Encoding.GetEncoding(encoding);
        byte[] file = [.. mark ? code.GetPreamble() : [], .. code.GetBytes(Samples.Minified)];

        var document = Assert.IsType<ReadOutcome.Read>(SourceDocument.Read(file)).Document;

        Assert.Equal("Tight", (string?)document.Root["info"]!["title"]);
    }

    [Fact]
    public void A_number_keeps_its_digits()
    {
        Assert.Equal("[1e999,0.1000,123456789012345678901234567890]", Samples.Read("""{"openapi": "3.0.0", "paths": {}, "x": [1e999, 0.1000, 123456789012345678901234567890]}""").Root["x"]!.ToJsonString());
    }
}

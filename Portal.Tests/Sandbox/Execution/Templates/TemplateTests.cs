using Portal.Sandbox.Execution.Templates;

namespace Portal.Tests.Sandbox.Execution.Templates;

public sealed class TemplateTests
{
    private const string Pet = """{"name": "Rex", "age": 7, "tags": ["a", "b"], "owner": {"name": "Ann"}, "weight": 2.5, "gone": null}""";

    [Theory]
    [InlineData("plain $5 and #1", "plain $5 and #1")]
    [InlineData("#set($a = 1 + 2 * 3)$a ${a}px $!a", "7 7px 7")]
    [InlineData("#set($a = 7 / 2)#set($b = 7 % 2)#set($c = 7.0 / 2)$a $b $c", "3 1 3.5")]
    [InlineData("#set($s = \"n: $input.path('$.name')\")$s", "n: Rex")]
    [InlineData("#set($s = 'n: $x')$s", "n: $x")]
    [InlineData("$unknown $!unknown ${unknown}", "$unknown  ${unknown}")]
    [InlineData("\\$input \\#if", "$input #if")]
    [InlineData("#[[ $x #if ]]#", " $x #if ")]
    [InlineData("a#* $b\n*#c ## d\ne", "ac e")]
    [InlineData("#if($input.path('$.age') > 5)old#{else}young#end", "old")]
    [InlineData("#if(1 == 2)a#elseif('x' == \"x\")b#else c#end", "b")]
    [InlineData("#if(!$none && ($input.path('$.age') >= 7 || false))yes#end", "yes")]
    [InlineData("#if($none)a#elseif($input.path('$.gone'))b#{else}c#end", "c")]
    [InlineData("#if(1 lt 2 and not (3 eq 4))words#end", "words")]
    [InlineData("#foreach($t in $input.path('$.tags'))$t$foreach.index#if($foreach.hasNext),#end#end", "a0,b1")]
    [InlineData("#foreach($i in [1..3])$i$velocityCount #end", "11 22 33 ")]
    [InlineData("#foreach($i in [3..1])$i#if($i == 2)#break#end#end!", "32!")]
    [InlineData("a#stop b", "a")]
    [InlineData("#set($m = {\"a\": 1, 'b': [1, 2]})$m.a $m.get('b').size() $m.b[1] $m", "1 2 2 {a=1, b=[1,2]}")]
    [InlineData("#set($m = {})#set($m.x = 'y')#set($m['z'] = 1)$m.keySet() $m.x$m.z", "[\"x\",\"z\"] y1")]
    [InlineData("#set($l = [])#set($ignore = $l.add('q'))$l.size()$l[0]$l.contains('q')", "1qtrue")]
    [InlineData("#foreach($e in $input.path('$.owner').entrySet())$e.key=$e.value#end", "name=Ann")]
    [InlineData("$input.json('$.owner') $input.json('$.name') $input.json('$.none')", "{\"name\": \"Ann\"} \"Rex\" \"\"")]
    [InlineData("$input.path('$').owner.name $input.path('$.tags[-1]') $input.path('$.tags[*]').size() $input.path('$..name').get(1)", "Ann b 2 Ann")]
    [InlineData("$input.path('$.name').substring(1, 3) $input.path('$.name').toUpperCase().replace('R', 'T') $input.path('$.name').length()", "ex TEX 3")]
    [InlineData("#set($s = 'a,b,,')#set($p = $s.split(','))$p.size()#foreach($x in $p)[$x]#end", "2[a][b]")]
    [InlineData("$util.escapeJavaScript('it''s \"x\"') $util.urlEncode('a b/ü') $util.urlDecode('a+b%2F') $util.base64Decode($util.base64Encode('ü'))", "it\\'s \\\"x\\\" a%20b%2F%C3%BC a b/ ü")]
    [InlineData("$util.parseJson('{\"a\": [1]}').a.get(0)", "1")]
    [InlineData("$context.requestId $context.none $context.authorizer.claims.sub", "id  me")]
    [InlineData("#if($context.none)a#{else}b#end", "b")]
    [InlineData("$stageVariables.env $stageVariables['env'] $!stageVariables.none", "dev dev ")]
    [InlineData("$input.params('id') $input.params().header.get('X-A') $input.params().querystring.q $input.params('none')", "7 h 1 ")]
    [InlineData("#foreach($p in $input.params().keySet())$p:#foreach($n in $input.params().get($p).keySet())$n #end#end", "path:id querystring:q header:X-A ")]
    [InlineData("  #set($a = 1)\nx\n#if($a)\ny\n#end\nz", "x\ny\nz")]
    public void A_template_is_rendered_as_Velocity_does(string template, string text)
    {
        Assert.Equal(text, Template.Render(template, new Source(Pet), out _));
    }

    [Theory]
    [InlineData("#if($a)")]
    [InlineData("#if()x#end")]
    [InlineData("#end")]
    [InlineData("#set($a)")]
    [InlineData("#set($a = )")]
    [InlineData("#foreach($a of $b)x#end")]
    [InlineData("#set($a = 'x)")]
    [InlineData("#macro(x)y#end")]
    [InlineData("#parse('x')")]
    [InlineData("#* x")]
    [InlineData("#set($a = [1, 2)")]
    public void What_is_wrong_or_not_supported_is_refused_rather_than_rendered_wrong(string template)
    {
        Assert.Null(Template.Render(template, new Source(Pet), out var why));
        Assert.NotNull(why);
    }

    [Theory]
    [InlineData("#set($s = 'xxxxxxxxxx')#foreach($i in [1..40])#set($s = $s + $s)#end$s")]
    [InlineData("#foreach($i in [1..1000])#foreach($j in [1..1000])#foreach($k in [1..1000])#set($x = $i + $j + $k)#end#end#end")]
    [InlineData("#set($a = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')#set($x = $a.matches('(a+)+b'))")]
    public void A_template_ends(string template)
    {
        Assert.Null(Template.Render(template, new Source(Pet), out var why));
        Assert.NotNull(why);
    }

    [Fact]
    public void Deep_nests_are_refused()
    {
        Assert.Null(Template.Render($"#set($a = {new string('(', 10_000)}1{new string(')', 10_000)})", new Source(Pet)));
        Assert.Null(Template.Render(string.Concat(Enumerable.Repeat("#if(1)", 10_000)), new Source(Pet)));
        Assert.Null(Template.Render($"#set($a = {new string('!', 10_000)}1)", new Source(Pet)));
    }

    [Fact]
    public void A_template_sets_what_goes_out()
    {
        Source source = new(Pet);

        Template.Render("#set($context.requestOverride.header.X-B = \"b$context.requestId\")#set($context.responseOverride.status = 418)#set($context.requestOverride.querystring['q q'] = $input.path('$.age'))", source);

        Assert.Equal("requestOverride.header.X-B=bid responseOverride.status=418 requestOverride.querystring.q q=7", string.Join(' ', source.Set));
    }

    private sealed class Source(string body) : ITemplateSource
    {
        public List<string> Set { get; } = [];

        public string BodyText => body;

        public IReadOnlyDictionary<string, string> StageVariables { get; } = new Dictionary<string, string> { ["env"] = "dev" };

        public string? Context(string path) => path switch { "requestId" => "id", "authorizer.claims.sub" => "me", _ => null };

        public string? Parameter(string place, string name) => Parameters(place).GetValueOrDefault(name);

        public IReadOnlyDictionary<string, string> Parameters(string place) => place switch
        {
            "path" => new Dictionary<string, string> { ["id"] = "7" },
            "querystring" => new Dictionary<string, string> { ["q"] = "1" },
            _ => new Dictionary<string, string> { ["X-A"] = "h" },
        };

        public void Override(string path, string value) => Set.Add($"{path}={value}");
    }
}

using System.Collections;
using System.Reflection;
using System.Text.Json;
using Portal.Sandbox.ApiGateway.Documentation;
using Portal.Sandbox.ApiGateway.Resources;
using Portal.Sandbox.State;
using Portal.Sandbox.Wire;

namespace Portal.Tests.Sandbox.State;

/// <summary>What is read by hand must be all that is written: a member that is added to a part and forgotten in its reader shows here.</summary>
public sealed class PartReaderTests
{
    [Fact]
    public void Every_member_of_every_part_is_read_again()
    {
        var resource = (Resource)Filled(typeof(Resource))!;

        Assert.Equal(JsonSerializer.Serialize(resource, WireJson.Default.Resource), JsonSerializer.Serialize(Read(JsonSerializer.Serialize(resource, WireJson.Default.Resource)), WireJson.Default.Resource));
    }

    [Fact]
    public void What_is_said_of_a_part_is_read_again()
    {
        var part = (DocumentationPart)Filled(typeof(DocumentationPart))!;
        Utf8JsonReader reader = new(JsonSerializer.SerializeToUtf8Bytes(part, WireJson.Default.DocumentationPart));
        reader.Read();

        Assert.Equal(part, DocumentationReader.Part(ref reader));
    }

    [Theory]
    [InlineData("""{"id":"\u0061\"b","path":"/ü","later":{"a":[1,{}]},"resourceMethods":{"b":null,"a":{"httpMethod":"GET","authorizationType":"NONE","apiKeyRequired":true}}}""")]
    public void Escapes_and_what_is_not_known_are_no_matter(string json)
    {
        var resource = Read(json.Replace("\"b\":null,", "", StringComparison.Ordinal));

        Assert.Equal(("a\"b", "/ü", true), (resource.Id, resource.Path, resource.ResourceMethods!["a"].ApiKeyRequired));
    }

    private static Resource Read(string json)
    {
        Utf8JsonReader reader = new(System.Text.Encoding.UTF8.GetBytes(json));
        reader.Read();
        return PartReader.Resource(ref reader);
    }

    /// <summary>A value with something in every member, whatever members there are.</summary>
    private static object? Filled(Type type)
    {
        if (type == typeof(string))
        {
            return "text";
        }

        if (type == typeof(bool) || type == typeof(int))
        {
            return type == typeof(bool) ? true : 7;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Map<>))
        {
            var value = type.GetGenericArguments()[0];
            var pair = typeof(KeyValuePair<,>).MakeGenericType(typeof(string), value);
            var pairs = Array.CreateInstance(pair, 1);
            ((IList)pairs)[0] = Activator.CreateInstance(pair, "key", Filled(value));
            return type.GetMethod("Of")!.Invoke(null, [pairs]);
        }

        if (type == typeof(IReadOnlyList<string>))
        {
            return new[] { "one", "two" };
        }

        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Filled(inner);
        }

        var made = type.GetConstructors()[0] is var constructor && constructor.GetParameters() is { Length: > 0 } parameters
            ? constructor.Invoke([.. parameters.Select(parameter => Filled(parameter.ParameterType))])
            : Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            property.SetValue(made, Filled(property.PropertyType));
        }

        return made;
    }
}

using System.Text;
using System.Text.Json;
using Portal.Shared.Connections;

namespace Portal.Tests.Connections;

/// <summary>States of Terraform as its provider writes them, with all that is secret in them.</summary>
internal static class TerraformStates
{
    public const string Secret = "s3cr3t-that-no-one-may-keep";

    public static string Url(Guid connection, string name) => $"/api/v1/connections/{connection}/terraform-states/{Uri.EscapeDataString(name)}";

    public static async Task<HttpResponseMessage> TryGiveAsync(Person person, Guid connection, string name, string state)
    {
        using var body = new StringContent(state, Encoding.UTF8, "application/json");

        return await person.Http.PutAsync(new Uri(Url(connection, name), UriKind.Relative), body, TestContext.Current.CancellationToken);
    }

    public static async Task<GivenTerraformState> GiveAsync(Person person, Guid connection, string name, string state)
    {
        using var answer = await TryGiveAsync(person, connection, name, state);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);

        return JsonSerializer.Deserialize<GivenTerraformState>(text, Json.Options)!;
    }

    /// <param name="resources">Each with its module, or without; its type and name; its attributes.</param>
    public static string Of(params (string? Module, string Type, string Name, Dictionary<string, object?> Attributes)[] resources) => JsonSerializer.Serialize(new
    {
        version = 4,
        terraform_version = "1.9.5",
        serial = 7,
        lineage = "b3f0",
        outputs = new { password = new { value = Secret, type = "string", sensitive = true } },
        resources = resources.Select(resource => new
        {
            module = resource.Module,
            mode = "managed",
            type = resource.Type,
            name = resource.Name,
            instances = new[] { new { schema_version = 0, attributes = With(resource.Attributes), @private = Secret } },
        }),
    });

    /// <summary>The same as "terraform show -json" prints it.</summary>
    public static string Shown(params (string? Module, string Type, string Name, Dictionary<string, object?> Attributes)[] resources) => JsonSerializer.Serialize(new
    {
        format_version = "1.0",
        values = new
        {
            outputs = new { password = new { value = Secret } },
            root_module = new
            {
                resources = resources.Where(resource => resource.Module is null).Select(One),
                child_modules = resources.Where(resource => resource.Module is not null).Select(resource => new { address = resource.Module, resources = new[] { One(resource) } }),
            },
        },
    });

    private static object One((string? Module, string Type, string Name, Dictionary<string, object?> Attributes) resource) => new
    {
        address = $"{(resource.Module is null ? "" : $"{resource.Module}.")}{resource.Type}.{resource.Name}",
        mode = "managed",
        type = resource.Type,
        values = With(resource.Attributes),
    };

    private static Dictionary<string, object?> With(Dictionary<string, object?> attributes) => new(attributes)
    {
        ["value"] = Secret,
        ["body"] = Secret,
        ["variables"] = new Dictionary<string, string> { ["token"] = Secret },
        ["description"] = Secret,
    };
}

using System.Runtime.CompilerServices;
using Portal.Sandbox.ApiGateway.Stages;
using Portal.Sandbox.Wire;

namespace Portal.Sandbox.Execution;

/// <summary>Which of a stage's method settings holds for a method. Keys stand as they were sent, <c>~1pets/GET</c> or <c>pets/GET</c>; <c>*/*</c> is for the rest.</summary>
internal static class MethodSettings
{
    private static readonly ConditionalWeakTable<Stage, Dictionary<string, MethodSetting>> Known = [];

    public static MethodSetting? Of(Stage stage, string path, string method)
    {
        var settings = Known.GetValue(stage, static stage => Read(stage));
        return settings.GetValueOrDefault(Key(path, method)) ?? settings.GetValueOrDefault(Key(path, "*")) ?? settings.GetValueOrDefault(Key("*", "*"));
    }

    /// <summary>Whether the method has a setting of its own, not only one that holds for many.</summary>
    public static bool IsOwn(Stage stage, string path, string method) => Known.GetValue(stage, static stage => Read(stage)).ContainsKey(Key(path, method));

    private static Dictionary<string, MethodSetting> Read(Stage stage)
    {
        Dictionary<string, MethodSetting> settings = new(StringComparer.Ordinal);
        foreach (var (key, setting) in stage.MethodSettings)
        {
            var end = key.LastIndexOf('/');
            settings[Key(PatchOperation.Unescaped(key[..end]), key[(end + 1)..])] = setting;
        }

        return settings;
    }

    private static string Key(string path, string method) => $"{path.Trim('/')} {method}";
}

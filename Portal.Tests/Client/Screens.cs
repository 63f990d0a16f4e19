using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace Portal.Tests.Client;

/// <summary>Finds things as a person does: by their words.</summary>
internal static class Screens
{
    /// <summary>A button or a link by what it says, or by the name that is read out.</summary>
    public static IElement Named<T>(this IRenderedComponent<T> screen, string name)
        where T : IComponent => screen.FindAll("button, a").Single(element => NameOf(element) == name);

    public static bool Has<T>(this IRenderedComponent<T> screen, string name)
        where T : IComponent => screen.FindAll("button, a").Any(element => NameOf(element) == name);

    /// <summary>An input by its label.</summary>
    public static IElement Labelled<T>(this IRenderedComponent<T> screen, string label)
        where T : IComponent =>
        screen.FindAll("label").FirstOrDefault(element => OwnText(element) == label && element.HasAttribute("for")) is { } found
            ? screen.Find($"[id='{found.GetAttribute("for")}']")
            : screen.Find($"[aria-label='{label}']");

    /// <summary>All words, with one blank between them.</summary>
    public static string Words<T>(this IRenderedComponent<T> screen)
        where T : IComponent => Words(string.Join(' ', screen.Nodes.Select(Texts)));

    public static string Words(this IElement element) => Words(Texts(element));

    // Without what stands beside it in an element of its own, such as "optional".
    private static string OwnText(IElement element) => string.Concat(element.ChildNodes.OfType<IText>().Select(text => text.Data)).Trim();

    private static string NameOf(IElement element) => element.GetAttribute("aria-label") ?? Words(element.TextContent);

    // What stands in two elements is two words, to the eye.
    private static string Texts(INode node) => string.Join(' ', node.GetDescendantsAndSelf()
        .OfType<IText>()
        // Where a word may break it is one word all the same.
        .Select(text => text.PreviousSibling is IElement { LocalName: "wbr" } ? $"\b{text.Data}" : text.Data)).Replace(" \b", "", StringComparison.Ordinal);

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

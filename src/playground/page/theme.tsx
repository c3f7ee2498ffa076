import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

type Theme = 'light' | 'dark';

const Themes = createContext<{ theme: Theme; toggle: () => void }>({ theme: 'light', toggle: () => undefined });

/** Light or dark, and the way to change it. */
export const useTheme = () => useContext(Themes);

/** Begins as the system is, and remembers what was chosen. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const [theme, setTheme] = useState<Theme>(() => {
    const chosen = localStorage.getItem('theme');
    if (chosen === 'light' || chosen === 'dark') return chosen;
    return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  });
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const toggle = () => {
    const next = theme === 'dark' ? 'light' : 'dark';
    localStorage.setItem('theme', next);
    setTheme(next);
  };
  return <Themes value={{ theme, toggle }}>{children}</Themes>;
}
